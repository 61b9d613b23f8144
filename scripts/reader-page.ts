/** What a surface's expressions can use; runs inside pages. */

/** The card's element in the page; its shadow root is closed. */
export const cardElement = 'claimbook-card';

const roles: Record<string, string> = {
  button: 'button, [role=button], summary',
  link: 'a[href]',
  textbox: 'textarea, input:not([type]), input[type=text], [role=textbox]',
  searchbox: 'input[type=search], [role=searchbox]',
  checkbox: 'input[type=checkbox], [role=checkbox], [role=switch]',
  radio: 'input[type=radio], [role=radio]',
  combobox: 'select, [role=combobox]',
  menuitem: '[role=menuitem]',
  tab: '[role=tab]',
  heading: 'h1, h2, h3, h4',
  status: '[role=status], [aria-live]',
  dialog: '[role=dialog], dialog',
  listitem: 'li, [role=listitem]',
};

/**
 * Wraps an expression so that it sees `root` and `byRole`.
 * @param root an expression for the surface's root. @returns an expression whose value is a promise.
 */
export const withHelpers = (root: string, expression: string): string => `(async () => {
  const root = ${root};
  const byRole = (role, name) => {
    if (!root) return null;
    const label = (element) =>
      element.getAttribute('aria-label') ||
      (element.getAttribute('aria-labelledby') || '').split(' ').map((id) => id && root.getElementById(id)?.textContent || '').join(' ').trim() ||
      [...(element.labels || [])].map((each) => each.textContent).join(' ') ||
      element.textContent || element.title || element.placeholder || '';
    return [...root.querySelectorAll(${JSON.stringify(roles)}[role] || '[role=' + role + ']')].find(
      (element) => label(element).toLowerCase().includes(name.toLowerCase()) && element.getClientRects().length > 0,
    );
  };
  const value = await (${expression});
  // An element does not survive the way back; that there is one does.
  return value instanceof Node ? true : value;
})()`;
