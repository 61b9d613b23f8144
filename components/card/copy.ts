/** Copies in a page: by the clipboard interface where the page may, else by the older command. Throws when neither works. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    return;
  } catch {
    // Not a secure page, or its policy forbids it.
  }
  let done = false;
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  addEventListener('copy', fill, { capture: true });
  try {
    document.execCommand('copy');
  } finally {
    removeEventListener('copy', fill, { capture: true });
  }
  if (!done) throw new Error('copy refused');
}
