/**
 * One pass over the live DOM: the page as regions (block-level elements) and blocks (runs of text between block borders).
 * Nothing is cloned, nothing is changed, no layout is forced, and nothing recurses: nesting may be 10,000 deep.
 */
import { flatWalk } from './flat';
import { nameReader } from './hints';

/** A block-level element on the way from the root to some text. Regions stand in document order, parents first. */
export interface Region {
  element: Element;
  parent: Region | null;
  /** What its tag, role and names say: below 0 furniture (related links, comments, newsletters), above 0 body. */
  hint: number;
  /** Characters of prose (long, little linked) in it and below, and characters of other text. */
  prose: number;
  other: number;
  linked: number;
  /** How much it looks like the element that holds the paragraphs. */
  score: number;
  /** Number of blocks that came before it, and before its end: its blocks are blocks[first..last). */
  first: number;
  last: number;
  /** Its place among the regions; those below it are regions[index + 1..end). */
  index: number;
  end: number;
}

/** A run of text between two block borders: a paragraph, a heading, a list item, a caption. */
export interface Block {
  region: Region;
  /** Text nodes in order; null is a line break (<br>). */
  items: (Text | null)[];
  /** Characters as `countText` counts them. */
  length: number;
  /** Of them, inside links. */
  linked: number;
}

export interface Tree {
  regions: Region[];
  blocks: Block[];
  /** Set when the budget ended the pass before the page did. */
  cut: 'nodes' | 'text' | null;
}

export interface Budget {
  nodes: number;
  characters: number;
}

export const defaultBudget: Budget = { nodes: 120_000, characters: 400_000 };

const words = (list: string) => new Set(list.split(' '));

/** Never part of what a person reads as text. */
const silent = words(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED VIDEO AUDIO CANVAS SELECT TEXTAREA INPUT BUTTON OPTION DATALIST METER PROGRESS HEAD NAV MENU MAP DIALOG svg RP RT',
);
/** Elements that stay inside the line they stand in. Everything else ends the paragraph before it. */
const inline = words(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK NOBR Q RUBY RB S SAMP SLOT SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR IMG PICTURE SOURCE math mi mn mo ms mtext mrow msup msub mfrac msqrt mroot mstyle',
);
const silentRoles = words('navigation menu menubar search dialog alertdialog toolbar tablist banner contentinfo');

const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*hidden/i;

function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden')) return element.getAttribute('hidden') !== 'until-found';
  const style = element.getAttribute('style');
  return style !== null && hiddenStyle.test(style);
}

/** A custom element is a line's part where it stands inside a paragraph, a container elsewhere. */
function isInline(element: Element): boolean {
  const tag = element.tagName;
  return inline.has(tag) || (tag.includes('-') && element.parentElement?.tagName === 'P');
}

const isFootnoteMark = (element: Element) =>
  element.tagName === 'SUP' && /^#/.test(element.querySelector('a')?.getAttribute('href') ?? '');

/** From here on (Chinese, Japanese, Korean) a character says about as much as two and a half letters. */
const denseScripts = 0x2e80;

/** Counts characters with white space runs as one, those of dense scripts two and a half times: what is long enough for a sentence. */
function countText(data: string, most: number): number {
  let count = 0;
  let space = true;
  const end = Math.min(data.length, most);
  for (let i = 0; i < end; i++) {
    const code = data.charCodeAt(i);
    const isSpace = code <= 32 || code === 0xa0;
    if (!isSpace || !space) count += code < denseScripts || code >= 0xd800 ? 1 : 2.5;
    space = isSpace;
  }
  return count;
}

/** Long enough and little enough linked to be a sentence of somebody's prose. */
export const isProse = (block: Block) => block.length >= 60 && block.linked < block.length * 0.5;

/**
 * Walks the tree below `root` in slices.
 * @yields after every few hundred nodes, so that the caller can give the page its turn; a plain loop to the end is fine too.
 */
export function* scan(root: Element, budget: Budget = defaultBudget): Generator<void, Tree> {
  const regions: Region[] = [];
  const blocks: Block[] = [];
  const hintOf = nameReader();
  let region = openRegion(root, null);
  let block: Block | null = null;
  let link: Element | null = null;
  let nodes = 0;
  let characters = 0;
  let cut: Tree['cut'] = null;

  function openRegion(element: Element, parent: Region | null): Region {
    const made: Region = {
      element,
      parent,
      hint: hintOf(element),
      prose: 0,
      other: 0,
      linked: 0,
      score: 0,
      first: blocks.length,
      last: 0,
      index: regions.length,
      end: 0,
    };
    regions.push(made);
    return made;
  }
  function closeBlock() {
    if (block && block.length > 0) blocks.push(block);
    block = null;
  }

  const walk = flatWalk();
  let node: Node = root;
  pass: for (;;) {
    let next: Node | null = walk.below(node);
    for (;;) {
      while (!next) {
        // Nothing below or beside: leave `node`.
        if (node === region.element) {
          closeBlock();
          region.last = blocks.length;
          region.end = regions.length;
          if (region.parent) region = region.parent;
        }
        if (node === link) link = null;
        if (node === root) break pass;
        next = walk.beside(node);
        if (!next) {
          const up: Node | null = walk.above(node);
          if (!up) break pass; // The page took it away while we read.
          node = up;
        }
      }
      node = next;
      if (++nodes % 256 === 0) {
        yield;
        if (!node.isConnected) break pass;
      }
      if (nodes > budget.nodes || characters > budget.characters) {
        cut = nodes > budget.nodes ? 'nodes' : 'text';
        break pass;
      }
      if (node.nodeType === 3) {
        const text = node as Text;
        const count = text.length > 0 ? countText(text.data, budget.characters) : 0;
        if (count > 0 || (block && text.length > 0)) {
          block ??= { region, items: [], length: 0, linked: 0 };
          block.items.push(text);
          block.length += count;
          if (link) block.linked += count;
          characters += text.length;
        }
      } else if (node.nodeType === 1) {
        const element = node as Element;
        const tag = element.tagName;
        if (tag === 'BR') block?.items.push(null);
        else if (!silent.has(tag) && !isHidden(element) && !silentRoles.has(element.getAttribute('role') ?? '')) {
          if (!isInline(element)) {
            closeBlock();
            region = openRegion(element, region);
            break;
          }
          if (tag === 'A') link ??= element;
          if (!isFootnoteMark(element)) break;
        } else if (!inline.has(tag) && tag !== 'SCRIPT' && tag !== 'STYLE') closeBlock();
      }
      next = walk.beside(node);
    }
  }
  closeBlock();
  for (let open: Region | null = region; open; open = open.parent) {
    open.last = blocks.length;
    open.end = regions.length;
  }
  sum(regions, blocks);
  return { regions, blocks, cut };
}

/** Adds every block's characters to its region and to all regions above. */
function sum(regions: Region[], blocks: Block[]) {
  for (const block of blocks) {
    if (isProse(block)) block.region.prose += block.length;
    else block.region.other += block.length;
    block.region.linked += block.linked;
  }
  for (let i = regions.length - 1; i > 0; i--) {
    const region = regions[i];
    if (!region?.parent) continue;
    region.parent.prose += region.prose;
    region.parent.other += region.other;
    region.parent.linked += region.linked;
  }
}
