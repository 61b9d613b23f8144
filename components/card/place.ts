/** Where the card stands: beside its mark, never over it, never outside the window; it follows scrolling and resizing. */
import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';

/** CSS pixels between mark and card, and between card and the window's edge. */
const gap = 8;
const edge = 8;
/** Below this height a card is of no use, and covering part of the page is the lesser evil. */
const leastHeight = 160;

function union(boxes: readonly DOMRect[]): DOMRect {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}

/** Of what fixed elements are placed in. Pages without a doctype keep it at another element. */
const windowHeight = () =>
  (document.compatMode === 'CSS1Compat' ? document.documentElement : document.body).clientHeight;

/**
 * Below the mark where the card fits whole, else on the side that has more room. Asked of the card's own height: the height that it
 * was given fits wherever it stands.
 */
const placementFor = ({ top, bottom }: DOMRect, natural: number): 'bottom-start' | 'top-start' => {
  const below = windowHeight() - bottom - gap - edge;
  return natural <= below || below >= top - gap - edge ? 'bottom-start' : 'top-start';
};

/**
 * @param boxes the mark's boxes now
 * @param natural height of the card if nothing limited it, in CSS pixels
 * @returns stops following
 */
export function follow(host: HTMLElement, boxes: () => DOMRect[], anchor: Element, natural: () => number): () => void {
  let last = new DOMRect(innerWidth / 2, innerHeight / 3, 0, 0);
  const reference = {
    // A mark that is gone from the page leaves the card where it was.
    getBoundingClientRect: () => {
      const now = boxes();
      if (now.length > 0) last = union(now);
      return last;
    },
    contextElement: anchor,
  };
  const update = () =>
    computePosition(reference, host, {
      strategy: 'fixed',
      placement: placementFor(reference.getBoundingClientRect(), natural()),
      middleware: [
        offset(gap),
        flip({ padding: edge, crossAxis: false, fallbackAxisSideDirection: 'start' }),
        size({
          padding: edge,
          apply: ({ availableHeight }) =>
            host.style.setProperty(
              'max-height',
              `${Math.max(leastHeight, Math.floor(availableHeight))}px`,
              'important',
            ),
        }),
        shift({ padding: edge, crossAxis: true }),
      ],
    }).then(({ x, y, placement }) => {
      const set = (name: string, value: string) => host.style.setProperty(name, value, 'important');
      set('left', `${Math.round(x)}px`);
      // Above its mark the card stands on its lower edge: when its words change it grows away from the mark.
      const above = placement.startsWith('top');
      const below = windowHeight() - y - host.offsetHeight;
      set('top', above ? 'auto' : `${Math.round(y)}px`);
      set('bottom', above ? `${Math.round(below)}px` : 'auto');
    });
  return autoUpdate(reference, host, () => void update());
}
