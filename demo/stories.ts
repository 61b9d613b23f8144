/** The demo's reports, read from `stories/STORY/OUTLET.md`: a head of `key: value` lines, then paragraphs. */
import { readdirSync, readFileSync } from 'node:fs';
import { type OutletId, outlets } from './outlets';

export interface Block {
  kind: 'paragraph' | 'heading' | 'entry';
  text: string;
  /** A live blog's entry: when it was posted, "16:15". */
  time?: string;
}

export interface Story {
  story: string;
  outlet: OutletId;
  /** Under the site's root, "/meridian/tavar-flood". */
  path: string;
  title: string;
  deck: string;
  byline: string;
  section: string;
  /** The dateline's place, "BRENNICK, Arvenia"; empty where the outlet prints none. */
  place: string;
  /** Name of a picture under `assets`; empty for none. */
  image: string;
  caption: string;
  /** ISO 8601. */
  published: string;
  modified: string;
  blocks: Block[];
}

function readBlock(text: string): Block {
  const entry = /^### (\d\d:\d\d) \| (.+)$/.exec(text);
  if (entry) return { kind: 'entry', time: entry[1] ?? '', text: entry[2] ?? '' };
  if (text.startsWith('## ')) return { kind: 'heading', text: text.slice(3) };
  return { kind: 'paragraph', text };
}

function readStory(story: string, outlet: OutletId, file: string): Story {
  const [, head = '', body = ''] = file.split(/^---$/m);
  const field = (name: string) => new RegExp(`^${name}: *(.*)$`, 'm').exec(head)?.[1]?.trim() ?? '';
  return {
    story,
    outlet,
    path: `/${outlet}/${story}`,
    title: field('title'),
    deck: field('deck'),
    byline: field('byline'),
    section: field('section'),
    place: field('place'),
    image: field('image'),
    caption: field('caption'),
    published: field('published'),
    modified: field('modified') || field('published'),
    blocks: body
      .split(/\n\s*\n/)
      .map((text) => text.trim())
      .filter(Boolean)
      .map(readBlock),
  };
}

const folder = new URL('./stories/', import.meta.url);

/** All reports, oldest first. */
export const stories: readonly Story[] = readdirSync(folder)
  .flatMap((story) =>
    readdirSync(new URL(`${story}/`, folder)).map((file) => {
      const outlet = file.replace('.md', '');
      if (!(outlet in outlets)) throw new Error(`demo/stories/${story}/${file} is named after no outlet`);
      return readStory(story, outlet as OutletId, readFileSync(new URL(`${story}/${file}`, folder), 'utf8'));
    }),
  )
  .sort((a, b) => a.published.localeCompare(b.published));

export const storiesOf = (outlet: OutletId) => stories.filter((story) => story.outlet === outlet);
