/** Pages that go elsewhere without loading. */

/** Milliseconds between looks at the address where the Navigation API is missing (Firefox before 147). */
const pollEvery = 1000;

const withoutFragment = (url: string) => (/#!?\//.test(url) ? url : url.replace(/#.*$/, ''));

/** Calls back whenever the address changes in more than its fragment. Hash routes ("#/story/3") count as addresses. */
export function watchAddress(changed: () => void, signal: AbortSignal) {
  let known = withoutFragment(location.href);
  const look = () => {
    const now = withoutFragment(location.href);
    if (now === known) return;
    known = now;
    changed();
  };
  const navigation = (globalThis as { navigation?: EventTarget }).navigation;
  if (navigation) {
    navigation.addEventListener('currententrychange', look, { signal });
    return;
  }
  addEventListener('popstate', look, { signal });
  addEventListener('hashchange', look, { signal });
  const timer = setInterval(() => document.visibilityState === 'visible' && look(), pollEvery);
  signal.addEventListener('abort', () => clearInterval(timer));
}
