/**
 * Which of the page's blocks are the body of its article. The method follows Readability's and Boilerpipe's ideas (paragraphs vote for
 * their ancestors; link density and names tell furniture), over the live tree and with linear work.
 */
import { type Block, isProse, type Region, type Tree } from './tree';

const paragraphTags = new Set(['P', 'LI', 'BLOCKQUOTE', 'PRE', 'DD', 'DT', 'TD', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6']);
const heading = /^H[1-6]$/;

const below = (tree: Tree, top: Region) => tree.regions.slice(top.index + 1, top.end);

const size = (region: Region) => region.prose + region.other;

/** Share of the prose that furniture by its name may hold at most; more than that, and the name is not to be believed. */
const mostInFurniture = [0, 0.5, 0.8];

/** The regions that hold a headline. */
function aboveHeadlines(tree: Tree): Set<Region> {
  const found = new Set<Region>();
  for (const { element, parent } of tree.regions)
    if (element.tagName === 'H1') for (let at = parent; at && !found.has(at); at = at.parent) found.add(at);
  return found;
}

/** The regions that are furniture by their own or an ancestor's name, below `top`. */
function findFurniture(tree: Tree, top: Region): Set<Region> {
  const found = new Set<Region>();
  const headed = aboveHeadlines(tree);
  for (const region of below(tree, top)) {
    if (region.parent && found.has(region.parent)) found.add(region);
    // An article that opens in a "modal" or a "gallery" is an article all the same.
    else if (region.hint === -1 && region.prose > 0 && headed.has(region)) continue;
    else if (region.hint < 0 && region.prose <= top.prose * (mostInFurniture[-region.hint] ?? 0)) found.add(region);
  }
  return found;
}

/** A paragraph right under a linked heading is a teaser for another page. */
const isTeaser = (block: Block, before: Block | undefined) =>
  before !== undefined &&
  before.length < 200 &&
  before.linked > before.length * 0.9 &&
  block.region !== before.region &&
  (block.region.parent === before.region ||
    block.region.parent === before.region.parent ||
    block.region.parent === before.region.parent?.parent);

/** Fewer <article> elements side by side may be the parts of one; more are the entries of a list. */
const mostArticles = 2;

/** Numbers of <article> elements directly below each region. */
function countArticles(tree: Tree): Map<Region | null, number> {
  const articles = new Map<Region | null, number>();
  for (const { element, parent } of tree.regions)
    if (element.tagName === 'ARTICLE') articles.set(parent, (articles.get(parent) ?? 0) + 1);
  return articles;
}

/** An entry of a list of other pages: a card inside a list item, or one <article> among several. Its prose says nothing for the list. */
const isEntry = (region: Region, level: number, articles: ReadonlyMap<Region | null, number>) =>
  (region.element.tagName === 'LI' && level >= 2) ||
  (region.element.tagName === 'ARTICLE' && (articles.get(region.parent) ?? 0) > mostArticles);

/** Levels above a paragraph that gain by it. */
const reach = 5;

/** The entry that a block stands in; null for a block in running text. */
function entryOf(block: Block, articles: ReadonlyMap<Region | null, number>): Region | null {
  let at: Region | null = block.region;
  for (let level = -1; at && level < reach; level++, at = at.parent) if (isEntry(at, level, articles)) return at;
  return null;
}

/** A paragraph's points stop growing here: one long block, a licence say, must not outweigh many. */
const mostPoints = 6;

function vote(tree: Tree, furniture: Set<Region>) {
  const articles = countArticles(tree);
  for (const [index, block] of tree.blocks.entries()) {
    if (!isProse(block) || furniture.has(block.region)) continue;
    const points =
      (1 + Math.min(block.length / 100, mostPoints)) * (isTeaser(block, tree.blocks[index - 1]) ? 0.25 : 1);
    let at: Region | null = paragraphTags.has(block.region.element.tagName) ? block.region.parent : block.region;
    for (let level = 0; at && level < reach; level++, at = at.parent) {
      at.score += points / (level === 0 ? 1 : level * 2);
      if (isEntry(at, level, articles)) break;
    }
  }
  for (const region of tree.regions) {
    region.score *= 1 - region.linked / Math.max(1, size(region));
    if (region.hint > 0) region.score *= region.hint === 2 ? 2 : 1.25;
  }
}

/** Levels above the headline that may still belong to its article. */
const headlineReach = 4;
const headlineFavour = 1.15;

/** What stands around the page's headline is favoured over equals elsewhere, the nearer the more: lists of other articles are prose too. */
function favourHeadline(tree: Tree) {
  const headlines = tree.regions.filter(({ element }) => element.tagName === 'H1');
  const [root] = tree.regions;
  if (headlines.length !== 1) return;
  let top = headlines[0]?.parent ?? null;
  for (let level = 0; top && top !== root && level < headlineReach; level++, top = top.parent)
    for (const region of tree.regions.slice(top.index, top.end)) region.score *= headlineFavour;
}

function bestRegion(tree: Tree): Region | null {
  let best: Region | null = null;
  for (const region of tree.regions) if (region.score > (best?.score ?? 0)) best = region;
  return best;
}

/** Characters outside furniture, by region: prose that is not `listed` among other pages, and all else. */
function cleanSizes(
  tree: Tree,
  furniture: Set<Region>,
  listed: (block: Block, index: number) => boolean,
): (region: Region) => { prose: number; other: number } {
  const sizes = new Map<Region, { prose: number; other: number }>();
  const sizeOf = (region: Region) => {
    const known = sizes.get(region) ?? { prose: 0, other: 0 };
    sizes.set(region, known);
    return known;
  };
  for (const [index, block] of tree.blocks.entries()) {
    if (furniture.has(block.region)) continue;
    const kind = isProse(block) && !listed(block, index) ? 'prose' : 'other';
    sizeOf(block.region)[kind] += block.length;
  }
  for (let i = tree.regions.length - 1; i > 0; i--) {
    const region = tree.regions[i];
    if (!region?.parent) continue;
    const [own, above] = [sizeOf(region), sizeOf(region.parent)];
    above.prose += own.prose;
    above.other += own.other;
  }
  return sizeOf;
}

/** Characters of prose that are worth a step up; less is a standfirst or a caption. */
const leastGain = 250;

/** Climbs to the highest region that adds much more prose than anything else: bodies are cut into sections, cards and columns. */
function climb(best: Region, tree: Tree, furniture: Set<Region>): Region {
  const articles = countArticles(tree);
  // The entries of a live blog are its body: who begins in an entry counts the others.
  const bestBlock = tree.blocks[best.first];
  const inEntry = bestBlock !== undefined && entryOf(bestBlock, articles) !== null;
  const sizeOf = cleanSizes(
    tree,
    furniture,
    (block, index) => !inEntry && (isTeaser(block, tree.blocks[index - 1]) || entryOf(block, articles) !== null),
  );
  let at = best;
  for (let up = best.parent; up; up = up.parent) {
    const [own, above] = [sizeOf(at), sizeOf(up)];
    const gain = above.prose - own.prose;
    const rest = above.other - own.other;
    const all = size(up) - size(at) - gain;
    if (gain < leastGain) continue;
    if ((gain > 0.1 * own.prose && gain > 1.5 * all) || (gain > 0.4 * own.prose && gain > 1.5 * rest)) at = up;
  }
  return at;
}

const textOf = (block: Block) =>
  block.items
    .map((item) => item?.data ?? ' ')
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

const teaser =
  /^(?:read (?:more|also|next|the full)|related(?: stor(?:y|ies)| articles?| coverage| content)?\s*:|also read|see also|more\s*:|watch\s*:|click here|sign up|subscribe|follow (?:us|me|him|her)|advertisement$|continue reading|share this|photo\s*:|image\s*:|(?:photo|image|picture)s? (?:by|credit|courtesy)|\(?getty|copyright|©)/i;

/** Lines that tell of the page and not of the story: where it appeared first, where the gallery is, when it was changed. */
const aside =
  /^(?:\((?:graphic|for an? (?:interactive )?graphic)\b|(?:story|article) continues (?:below|after)|originally (?:published|appeared) |text size$|powered by \S+$|https?:\/\/\S+$|(?:updated|published|posted)\b.{0,20}\d{4}\b.{0,20}\d\d?:\d\d)/i;

export interface Body {
  region: Region;
  blocks: Block[];
}

/** @returns the body's blocks in order; null when there is no text on the page. */
export function findBody(tree: Tree): Body | null {
  const [root] = tree.regions;
  if (!root || tree.blocks.length === 0) return null;
  const furniture = findFurniture(tree, root);
  vote(tree, furniture);
  favourHeadline(tree);
  const best = bestRegion(tree);
  const region = best ? climb(best, tree, furniture) : root;
  const own = findFurniture(tree, region);
  addLinkLists(own, tree, region);
  const blocks: Block[] = [];
  for (let i = region.first; i < region.last; i++) {
    const block = tree.blocks[i];
    if (!block || own.has(block.region)) continue;
    // What stands above the headline is no part of the text: section, date, breadcrumbs. A later H1 is a chapter's.
    if (best && block.region.element.tagName === 'H1' && !blocks.some(isProse)) blocks.length = 0;
    else if (!best || isBody(block)) blocks.push(block);
  }
  // A page without prose has no body to cut out: all it says is given to who wants it read anyway.
  return { region, blocks: best ? trimEnds(blocks) : blocks };
}

/** A mostly linked line leads elsewhere, unless it says much besides; in a list, which was judged as a whole, only a wholly linked one. */
function isBody(block: Block): boolean {
  const tag = block.region.element.tagName;
  const share = block.linked / block.length;
  if (
    share > (tag === 'LI' ? 0.95 : 0.5) &&
    block.length - block.linked < 80 &&
    !(heading.test(tag) && block.length > 20)
  )
    return false;
  if (block.length >= 200) return true;
  const text = textOf(block);
  return !teaser.test(text) && !aside.test(text);
}

/** Dates, places and bylines before the first sentence and tags after the last one: short lines that end like no sentence. */
const isLine = (block: Block) => block.length < 60 && !/[.!?…:;,"'”’»。！？）)]$/.test(textOf(block));

function trimEnds(blocks: Block[]): Block[] {
  let first = blocks.findIndex((block) => !isLine(block));
  if (first < 0) first = 0;
  let last = blocks.length;
  while (last > first + 1) {
    const block = blocks[last - 1];
    if (!block || !(heading.test(block.region.element.tagName) || isLine(block))) break;
    last--;
  }
  return blocks.slice(first, last);
}

/** Adds what is mostly links: lists of related articles, tags, navigation. */
function addLinkLists(found: Set<Region>, tree: Tree, top: Region) {
  for (const region of below(tree, top)) {
    if (region.parent && found.has(region.parent)) found.add(region);
    else if (
      region.linked > size(region) * 0.5 &&
      region.prose < top.prose * 0.3 &&
      !paragraphTags.has(region.element.tagName)
    )
      found.add(region);
  }
}
