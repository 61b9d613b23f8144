/** The card's own script: injected on the first opening, it leaves its opener for the page script and keeps out of the page's way. */
import { createRoot, type Root } from 'react-dom/client';
import { Card } from '../components/card/Card';
import css from '../components/card/card.css?inline';
import { chosen, themeOn } from '../components/card/chosen';
import { follow } from '../components/card/place';
import { type CardRequest, cardKey, type OpenCard } from '../components/card/port';
import { toneOf } from '../lib/highlight/tone';
import { textDirection, uiLanguage } from '../lib/ui-text/language';

const width = 380;

interface Standing {
  host: HTMLElement;
  inside: HTMLElement;
  root: Root;
  unfollow: () => void;
  request: CardRequest;
  focusBefore: Element | null;
}
let standing: Standing | null = null;

function makeHost(): { host: HTMLElement; inside: HTMLElement } {
  const host = document.createElement('claimbook-card');
  // Out of reach of the page's rules, whatever they select.
  const look = {
    all: 'initial',
    position: 'fixed',
    inset: 'auto',
    left: '0',
    top: '0',
    display: 'flex',
    width: `${width}px`,
    'max-width': 'calc(100vw - 16px)',
    height: 'auto',
    margin: '0',
    padding: '0',
    border: '0',
    background: 'transparent',
    overflow: 'visible',
    'z-index': '2147483647',
  };
  for (const [name, value] of Object.entries(look)) host.style.setProperty(name, value, 'important');
  const shadow = host.attachShadow({ mode: 'closed' });
  addStyles(shadow);
  const inside = document.createElement('div');
  // Contents only, so that the card takes the host's height limit.
  inside.style.setProperty('display', 'contents');
  shadow.append(inside);
  return { host, inside };
}

/** A constructed sheet is no inline style, so no page's policy applies to it. */
function addStyles(shadow: ShadowRoot) {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [sheet];
    if (shadow.adoptedStyleSheets.length > 0) return;
  } catch {
    // Firefox keeps constructed sheets of extensions out of shadow roots.
  }
  const style = document.createElement('style');
  style.textContent = css;
  shadow.append(style);
}

function close() {
  if (!standing) return;
  const { host, root, unfollow, request, focusBefore } = standing;
  standing = null;
  unfollow();
  const hadFocus = document.activeElement === host;
  root.unmount();
  host.remove();
  document.removeEventListener('pointerdown', closeOutside, true);
  if (hadFocus && focusBefore instanceof HTMLElement && focusBefore.isConnected)
    focusBefore.focus({ preventScroll: true });
  request.closed();
}

function fail(error: unknown) {
  const request = standing?.request;
  close();
  request?.failed(error);
}

function closeOutside(event: Event) {
  if (event.isTrusted && standing && !event.composedPath().includes(standing.host)) close();
}

/** Of the card with all its words in sight; 0 until it is drawn. */
function naturalHeight(inside: HTMLElement): number {
  const card = inside.querySelector<HTMLElement>('.card');
  const body = inside.querySelector<HTMLElement>('.card-body');
  return card && body ? card.offsetHeight - body.clientHeight + body.scrollHeight : 0;
}

const open: OpenCard = async (request) => {
  await chosen();
  if (standing) {
    standing.unfollow();
    standing.request = request;
  } else {
    const { host, inside } = makeHost();
    const focusBefore = document.activeElement;
    document.documentElement.append(host);
    try {
      // The top layer: above the page's own dialogs, and no transformed ancestor moves it.
      host.popover = 'manual';
      host.showPopover();
    } catch {
      // Without popovers the z-index has to do.
    }
    standing = {
      host,
      inside,
      root: createRoot(inside, { onUncaughtError: fail }),
      unfollow: () => {},
      request,
      focusBefore,
    };
    document.addEventListener('pointerdown', closeOutside, true);
  }
  const theme = themeOn(toneOf(request.anchor) === 'dark' ? 'dark' : 'light');
  standing.inside.dataset['theme'] = theme;
  // The tokens are computed at the host.
  standing.host.dataset['theme'] = theme;
  standing.inside.lang = uiLanguage();
  standing.inside.dir = textDirection();
  const { inside } = standing;
  standing.root.render(<Card request={request} close={close} />);
  standing.unfollow = follow(standing.host, request.boxes, request.anchor, () => naturalHeight(inside));
  return { close };
};

export default defineUnlistedScript(() => {
  void chosen();
  Object.defineProperty(globalThis, cardKey, { value: open, configurable: true, enumerable: false });
});
