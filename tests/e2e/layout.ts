/** What pages of ours must not do, whatever their size and direction. */

/** What sticks out of the window sideways: "div.panel-head". */
export const overflowing = `(() => {
  const width = document.documentElement.clientWidth;
  return [...document.querySelectorAll('body *')]
    .filter((element) => {
      const { left, right, width: wide, height } = element.getBoundingClientRect();
      const hidden = getComputedStyle(element).clipPath !== 'none' || wide === 0 || height === 0;
      const clipped = element.closest('.cb-tabs, .saved-text, svg, [class*=clamp]') !== null;
      return !hidden && !clipped && (right > width + 1 || left < -1);
    })
    .map((element) => element.tagName.toLowerCase() + '.' + element.className);
})()`;
