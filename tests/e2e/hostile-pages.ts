/** Pages of hostile sizes. Served under /odd/; each ends with `document.title` telling that it is complete. */
import type { Answer } from '../../demo/site';

const html = (body: string, headers: Record<string, string> = {}): Answer => ({
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body,
});

const lead =
  '<h1>Paint store burns</h1><p>Fire crews fought a blaze at a paint store on Friday night that forced 120 people from their homes, the fire service said. The spokesman, Elias Morrow, said that 35 firefighters had been sent to the scene.</p>';
const sentence =
  'The store had lost goods worth 2.4 million euros, and 48 beds had been put up in the gymnasium of a school, the company said on Saturday. ';

const article = (body: string, script = '', headers: Record<string, string> = {}): Answer =>
  html(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Hostile</title><link rel="icon" href="data:,"><meta property="og:type" content="article"><meta property="og:title" content="Paint store burns"></head><body><article>${lead}${body}</article><script>${script}</script></body></html>`,
    headers,
  );

const flood = `
  const target = document.createElement('p');
  document.querySelector('article').append(target);
  let turns = 0;
  const again = () => {
    for (let i = 0; i < 200; i++) { target.textContent = 'Turn ' + i; target.setAttribute('data-turn', i); }
    if (++turns < 150) setTimeout(again, 10); else { target.remove(); document.title = 'at rest'; }
  };
  again();`;

/** Everything that a page can redefine and a careless script would trip over. */
const everything = `
  const fail = () => { throw new Error('patched'); };
  for (const owner of [Array, Element, Node, Document, Range, StaticRange, Text, Map, Set, String, RegExp, EventTarget, MutationObserver, Promise, CSSStyleDeclaration, Highlight, HighlightRegistry])
    for (const name of Object.getOwnPropertyNames(owner.prototype)) {
      if (name === 'constructor') continue;
      try { Object.defineProperty(owner.prototype, name, { get: fail, set: fail, configurable: true }); } catch {}
    }
  JSON.parse = JSON.stringify = Object.keys = Object.defineProperty = fail;
  window.getComputedStyle = window.getSelection = window.setTimeout = fail;`;

/** Messages and events that pretend to be an extension's. */
const forged = `
  window.answers = [];
  addEventListener('message', (event) => window.answers.push(event.data));
  for (const type of ['annotate', 'state', 'show', 'walk', 'save', 'read-anyway', 'stop'])
    for (const to of ['page', 'background']) {
      window.postMessage({ to, type, payload: {}, claimbook: true }, '*');
      dispatchEvent(new CustomEvent('claimbook', { detail: { to, type } }));
      document.dispatchEvent(new CustomEvent('claimbook:' + type));
      try { chrome.runtime.sendMessage({ to, type, payload: {} }); } catch {}
    }
  window.forge = (x, y) => {
    const target = document.elementFromPoint(x, y);
    for (const type of ['pointerdown', 'pointerup', 'click'])
      target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, clientX: x, clientY: y, button: 0, detail: 1 }));
    for (const key of ['j', 'k']) dispatchEvent(new KeyboardEvent('keydown', { key, altKey: true, shiftKey: true, bubbles: true }));
  };`;

const pages: Record<string, () => Answer> = {
  nodes: () =>
    article(`<div>${`<p>${sentence}<b>a</b><i>b</i></p>`.repeat(10)}</div>${'<span>x</span>'.repeat(100_000)}`),
  text: () => article(`<p>${sentence}</p>`.repeat(75_000)),
  node: () => article(`<p>${sentence.repeat(37_000)}</p>`),
  // Chromium itself falls over laying so much nesting out: it is there, and not shown.
  deep: () =>
    article(
      `<style>.deep { display: none }</style><div class="deep"></div>${`<p>${sentence}</p>`.repeat(10)}`,
      `let at = document.querySelector('.deep');
      for (let i = 0; i < 10000; i++) { const inner = document.createElement('div'); at.append(inner); at = inner; }
      at.textContent = 'At the bottom.';`,
    ),
  flood: () => article(`<p>${sentence}</p>`.repeat(10), flood),
  patched: () => article(`<p>${sentence}</p>`.repeat(10), everything),
  forged: () => article(`<p>${sentence}</p>`.repeat(10), forged),
  sandboxed: () =>
    article(`<p>${sentence}</p>`.repeat(10), '', {
      'content-security-policy':
        "sandbox; default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    }),
  closed: () =>
    article(
      '<x-closed></x-closed>',
      `document.querySelector('x-closed').attachShadow({ mode: 'closed' }).innerHTML = '<p>Inside a closed root 777 people waited for hours, the town said, and nobody who was outside could see them.</p>';`,
    ),
};

export function hostilePage(path: string): Answer | null {
  const name = /^\/odd\/hostile-([\w-]+)/.exec(path)?.[1];
  return name && Object.hasOwn(pages, name) ? (pages[name]?.() ?? null) : null;
}
