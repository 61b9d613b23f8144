/** What can be said without the card: why it does not come, or that something was kept. */

const shownFor = 8000;

/** Shows `message` beside `box` for some seconds, or until a key or click. Its element is gone afterwards. */
export function showMessage(message: string, box: DOMRect, signal: AbortSignal) {
  const host = document.createElement('claimbook-card');
  const note = document.createElement('div');
  note.setAttribute('role', 'alert');
  note.textContent = message;
  const top = box.bottom + 60 < innerHeight ? box.bottom + 8 : Math.max(8, box.top - 60);
  const left = Math.max(8, Math.min(box.left, innerWidth - 328));
  // Single properties, not a style attribute: the page's policy on inline style does not apply to them.
  const style = { all: 'initial', position: 'fixed', zIndex: '2147483647', top: `${top}px`, left: `${left}px` };
  for (const [name, value] of Object.entries(style))
    host.style.setProperty(
      name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`),
      value,
      'important',
    );
  const look = {
    maxWidth: '320px',
    boxSizing: 'border-box',
    padding: '10px 12px',
    borderRadius: '8px',
    background: '#1d2024',
    color: '#eceae5',
    font: '14px/1.45 system-ui, sans-serif',
    boxShadow: '0 6px 24px #0006',
  };
  Object.assign(note.style, look);
  host.attachShadow({ mode: 'closed' }).append(note);
  document.documentElement.append(host);
  const ended = new AbortController();
  const end = () => {
    ended.abort();
    host.remove();
  };
  const timer = setTimeout(end, shownFor);
  ended.signal.addEventListener('abort', () => clearTimeout(timer));
  const options = { capture: true, passive: true, signal: ended.signal };
  addEventListener('pointerdown', end, options);
  addEventListener('keydown', end, options);
  signal.addEventListener('abort', end, { signal: ended.signal });
}
