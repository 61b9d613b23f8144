/** Quiet for so long, the browser has finished sizing the popup's window to its content. */
const settled = 150;

/**
 * Keeps the popup inside its window. Browsers size the window to the content, up to 600 pixels; on a small screen they stop
 * earlier and would let the page scroll, save button and all. Then the content is told how much there is.
 */
export function fitWindow(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const fit = () => {
    const { documentElement: root } = document;
    if (root.scrollHeight > innerHeight) root.style.setProperty('--popup-height', `${innerHeight}px`);
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(fit, settled);
  };
  addEventListener('resize', later);
  new ResizeObserver(later).observe(document.body);
}
