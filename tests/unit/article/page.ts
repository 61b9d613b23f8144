/** Pages for the reader's tests. */
import { JSDOM, VirtualConsole } from 'jsdom';

export function pageOf(html: string, url = 'https://paper.example/world/2026/dam-breach-kills-fourteen'): Document {
  return new JSDOM(html, { url, virtualConsole: new VirtualConsole() }).window.document;
}

/** Sentences of about `count` words, different for each `seed`. */
export function prose(seed: string, count = 40): string {
  const words = [
    'river',
    'council',
    'engineers',
    'valley',
    'inspected',
    'the',
    'spillway',
    'before',
    'dawn',
    'and',
    'found',
  ];
  return `${seed} ${Array.from({ length: count }, (_, i) => words[(i * 7 + seed.length) % words.length]).join(' ')}.`;
}
