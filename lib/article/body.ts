/**
 * Which of the page's blocks are the body of its article. The method follows Readability's and Boilerpipe's ideas (paragraphs vote for
 * their ancestors; link density and names tell furniture), over the live tree and with linear work.
 */
import { type Block, isProse, type Region, type Tree } from './tree';

const paragraphTags = new Set(['P', 'LI', 'BLOCKQUOTE', 'PRE', 'DD', 'DT', 'TD', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6']);
const heading = /^H[1-6]$/;

/** Is `region` inside `other`, or the same? */
function within(region: Region, other: Region): boolean {
  for (let at: Region | null = region; at; at = at.parent) if (at === other) return true;
  return false;
}

const size = (region: Region) => region.prose + region.other;

/** Marks the regions that are furniture by their own or an ancestor's name, unless most of the page's prose stands in them. */
function findFurniture(tree: Tree): Set<Region> {
  const total = tree.regions[0]?.prose ?? 0;
  const found = new Set<Region>();
  for (const region of tree.regions) {
    if (region.parent && found.has(region.parent)) found.add(region);
    else if (region.hint < 0 && region.prose < total * 0.5) found.add(region);
  }
  return found;
}

function vote(tree: Tree, furniture: Set<Region>) {
  for (const block of tree.blocks) {
    if (!isProse(block) || furniture.has(block.region)) continue;
    const points = 1 + Math.min(block.length / 100, 3);
    let at: Region | null = paragraphTags.has(block.region.element.tagName) ? block.region.parent : block.region;
    for (let level = 0; at && level < 5; level++, at = at.parent) at.score += points / (level === 0 ? 1 : level * 2);
  }
  for (const region of tree.regions) {
    region.score *= 1 - region.linked / Math.max(1, size(region));
    if (region.hint > 0) region.score *= region.hint === 2 ? 2 : 1.25;
  }
}

function bestRegion(tree: Tree): Region | null {
  let best: Region | null = null;
  for (const region of tree.regions) if (region.score > (best?.score ?? 0)) best = region;
  return best;
}

/** Climbs while the parent holds much more of the same. */
function climb(best: Region, tree: Tree, furniture: Set<Region>): Region {
  const clean = cleanProse(tree, furniture);
  let at = best;
  for (let up = best.parent; up && up.element.tagName !== 'BODY' && up.element.tagName !== 'HTML'; up = up.parent) {
    const gain = (clean.get(up) ?? 0) - (clean.get(at) ?? 0);
    const rest = size(up) - size(at);
    if (gain > 0.1 * (clean.get(at) ?? 0) && gain > 0.5 * rest && up.score > 0.3 * best.score) at = up;
  }
  return at;
}

/** Characters of prose outside furniture, by region. */
function cleanProse(tree: Tree, furniture: Set<Region>): Map<Region, number> {
  const clean = new Map<Region, number>();
  for (const block of tree.blocks)
    if (isProse(block) && !furniture.has(block.region))
      clean.set(block.region, (clean.get(block.region) ?? 0) + block.length);
  for (let i = tree.regions.length - 1; i > 0; i--) {
    const region = tree.regions[i];
    if (region?.parent) clean.set(region.parent, (clean.get(region.parent) ?? 0) + (clean.get(region) ?? 0));
  }
  return clean;
}

const textOf = (block: Block) =>
  block.items
    .map((item) => item?.data ?? ' ')
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

const teaser =
  /^(?:read (?:more|also|next|the full)|related(?: stor(?:y|ies)| articles?| coverage| content)?\s*:|also read|see also|more\s*:|watch\s*:|click here|sign up|subscribe|follow (?:us|me|him|her)|advertisement$|continue reading|share this|photo\s*:|image\s*:|(?:photo|image|picture)s? (?:by|credit|courtesy)|\(?getty|copyright|©)/i;

export interface Body {
  region: Region;
  blocks: Block[];
}

/** @returns the body's blocks in order; null when nothing on the page looks like one. */
export function findBody(tree: Tree): Body | null {
  const furniture = findFurniture(tree);
  vote(tree, furniture);
  const best = bestRegion(tree);
  if (!best) return null;
  const region = climb(best, tree, furniture);
  const own = findFurnitureInside(region, tree);
  const blocks: Block[] = [];
  for (let i = region.first; i < region.last; i++) {
    const block = tree.blocks[i];
    if (!block || own.has(block.region) || !within(block.region, region)) continue;
    const tag = block.region.element.tagName;
    if (tag === 'H1') continue;
    if (!isProse(block) && block.linked > block.length * 0.5 && !(heading.test(tag) && block.length > 20)) continue;
    if (block.length < 200 && teaser.test(textOf(block))) continue;
    blocks.push(block);
  }
  while (blocks.length > 0 && heading.test(blocks.at(-1)?.region.element.tagName ?? '')) blocks.pop();
  return { region, blocks };
}

function findFurnitureInside(top: Region, tree: Tree): Set<Region> {
  const found = new Set<Region>();
  const start = tree.regions.indexOf(top);
  for (let i = start + 1; i < tree.regions.length; i++) {
    const region = tree.regions[i];
    if (!region || region.first >= top.last) break;
    if (region.parent && found.has(region.parent)) found.add(region);
    else if (region.hint < 0 && region.prose < top.prose * 0.5) found.add(region);
    else if (size(region) > 0 && region.linked > size(region) * 0.5 && !paragraphTags.has(region.element.tagName))
      found.add(region);
  }
  return found;
}
