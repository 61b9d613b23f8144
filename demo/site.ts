/** The demo site: every address and what stands there. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { html } from './html';
import { courier } from './layouts/courier';
import { foreland, forelandArticle } from './layouts/foreland';
import { kestrel, kestrelArticle } from './layouts/kestrel';
import { ledger } from './layouts/ledger';
import { meridian } from './layouts/meridian';
import { northgate } from './layouts/northgate';
import { review } from './layouts/review';
import { longRead } from './long-read';
import { type OutletId, outlets } from './outlets';
import { frontPage, newsstand, nonArticles, sectionPage } from './pages';
import { type Story, stories, storiesOf } from './stories';

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body: string | Buffer;
}

const layouts: Record<OutletId, (story: Story, origin: string) => string> = {
  meridian,
  courier,
  foreland,
  northgate,
  kestrel,
  ledger,
  review,
};

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const page = (body: string, headers: Record<string, string> = {}): Answer => ({
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body,
});

/** What a bank or a wire sends: nothing runs and nothing loads but its own style sheets and pictures. */
const strictPolicy = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
};

const newestEntry = html`<section class="entry">
  <time datetime="2026-03-05T16:40:00Z">16:40</time>
  <h2>Two more found alive</h2>
  <p>Two people have been brought alive from a cellar in Lower Varn, the Civil Protection Service says. The number of missing falls to 39.</p>
</section>`;

function asset(name: string): Answer | null {
  const type = types[extname(name)];
  if (!type || !/^[\w-]+\.\w+$/.test(name)) return null;
  try {
    return { headers: { 'content-type': type }, body: readFileSync(new URL(`./assets/${name}`, import.meta.url)) };
  } catch {
    return null;
  }
}

/** What the outlets' own scripts fetch: a piece of a page. */
function fragment(outlet: string, name: string): Answer | null {
  if (outlet === 'northgate' && name === 'newest') return page(newestEntry.markup);
  const story = stories.find((each) => each.outlet === outlet && each.story === name);
  if (!story) return null;
  if (outlet === 'foreland') return page(forelandArticle(story).markup);
  if (outlet === 'kestrel') return page(kestrelArticle(story).markup);
  return null;
}

/** @param origin of the running server, "http://localhost:4173". @returns null where nothing stands. */
export function answer(address: string, origin: string): Answer | null {
  const url = new URL(address, origin);
  if (url.pathname === '/') return page(newsstand());
  if (url.pathname === '/long') return page(longRead(Number(url.searchParams.get('words') ?? 6000), origin));
  const other = nonArticles.find(({ path }) => path.split('?')[0] === url.pathname);
  if (other) return page(other.render(url.searchParams));

  const [, first = '', second = '', third = ''] = url.pathname.split('/');
  if (first === 'assets') return asset(second);
  if (!(first in outlets)) return null;
  const outlet = first as OutletId;
  if (second === '') return page(frontPage(outlet));
  if (second === 'section') return page(sectionPage(outlet, third));
  if (second === 'data') return fragment(outlet, third);
  const story = storiesOf(outlet).find((each) => each.story === second);
  return story ? page(layouts[outlet](story, origin), outlet === 'meridian' ? strictPolicy : {}) : null;
}
