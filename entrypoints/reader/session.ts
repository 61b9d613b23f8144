/** One address, from the first look until the page goes elsewhere: is it an article, read it, mark it, keep the marks right. */
import type { Annotation } from '../../lib/annotation';
import { type Found, glanceAt, readPage } from '../../lib/article/read';
import type { Wanted } from '../../lib/article/several';
import { offsetAtPoint } from '../../lib/highlight/hit';
import type { KeptMark } from '../../lib/highlight/kept';
import { type Mark, marksOf, type Passage } from '../../lib/highlight/marks';
import { choosePalette, clearMarks, paintMarks } from '../../lib/highlight/paint';
import { type Tone, toneOf } from '../../lib/highlight/tone';
import type { SavedState } from '../../lib/library/schema';
import type { PageState } from '../../lib/messages';
import { saidOf } from '../../lib/said';
import { askAnnotation, askToMark, isOrphan } from './ask';
import { watchChanges, watchColours } from './changes';
import { showMessage } from './message';
import { movedMark } from './moved';
import { type Opening, watchOpening } from './opening';
import type { Panels } from './panels';
import { selectedSpan } from './selection';
import { marksOnAt, readSettings, type Settings, watchSettings } from './settings';
import { idle, inSlices } from './slices';
import { failed, messageToKeep, toldOf } from './words';

export interface MarkedArticle extends Found {
  annotation: Annotation;
  saved: SavedState | null;
  /** What became of the saved report's marks where the text changed since. */
  kept: KeptMark[] | null;
  /** What the person keeps of this text. */
  passages: Passage[];
  /** What is painted; empty where marks are off. */
  marks: Mark[];
  /** What its text began on when it was painted. */
  ground: Tone | null;
}

/** Of its first words: a page that changes its colours changes that. */
function groundOf(article: Found | null): Tone | null {
  const element = article?.map.segments[0]?.node.parentElement;
  return element ? toneOf(element) : null;
}

export interface Session {
  /** How it stands, as known. */
  known: () => PageState;
  /** Looks at the page on its own account: nothing is read where the person turned marks off. */
  look: () => Promise<void>;
  /** How it stands, for the popup: looks whatever the settings say, and asks anew whether the article is saved. */
  state: () => Promise<PageState>;
  /** Reads the page although it does not look like an article. */
  readAnyway: () => Promise<PageState>;
  /** Marks what is selected, and opens what became of it. Tells the person when it cannot be marked. */
  markSelection: (as: 'claim' | 'actor' | 'note') => Promise<void>;
  /** Opens marks; null while there is no article. */
  opening: () => Opening | null;
  stop: () => void;
}

/** Milliseconds until a page that changed while it was read is read again: one that never rests must not keep us busy. */
const secondLook = 1000;

/**
 * @param orphaned called when the extension is found to be gone.
 * @param navigated the page has gone elsewhere without loading since its head was written.
 */
export function startSession(orphaned: () => void, panels: Panels, navigated: boolean): Session {
  const ended = new AbortController();
  const { signal } = ended;
  let article: MarkedArticle | null = null;
  let settings: Settings | null = null;
  let state: PageState = { status: 'reading' };
  let reading: Promise<void> | null = null;
  /** The page changed under the reading that is going on: another must follow. */
  let stale = false;
  /** Somebody wants to know whatever the settings say; and: whatever the page looks like. */
  let asked = false;
  let forced = false;
  /** Runs while there is an article. */
  let live: { opening: Opening; see: ReturnType<typeof watchChanges> } | null = null;

  async function read(): Promise<void> {
    const url = location.href;
    let sure = true;
    if (!article && !forced) {
      const { isArticle, reason } = glanceAt(document, url);
      if (isArticle === 'no') {
        state = { status: 'not-article', reason: reason ?? 'other' };
        return;
      }
      sure = isArticle === 'yes';
    }
    settings ??= await followSettings();
    if (!asked && !marksOnAt(settings, url)) return;
    // A page that does not say that it is an article is read when it has nothing better to do.
    if (!sure && !asked) await idle();
    signal.throwIfAborted();
    const { isArticle, found, ...rest } = await inSlices(
      readPage(document, url, { full: forced, navigated, wanted: wanted() }),
      signal,
    );
    if (!found || !(isArticle || forced)) {
      forget();
      state = { status: 'not-article', reason: ('reason' in rest && rest.reason) || 'other' };
    } else if (asked || marksOnAt(settings, found.article.canonicalUrl)) await take(found);
  }

  /** Of several articles under one another each has its own address: the first stays until the address changes. */
  const wanted = (): Wanted => ({
    stay: article?.root.isConnected ? article.root : null,
    title: document.title,
    inView: navigated ? document.elementFromPoint(innerWidth / 2, innerHeight / 2) : null,
  });

  async function followSettings(): Promise<Settings> {
    watchSettings((changed) => {
      settings = changed;
      if (article) void mark(true).catch(() => {});
      // What was left unread because marks were off.
      else if (state.status === 'reading' && !reading) void look();
    }, signal);
    return readSettings();
  }

  function forget() {
    article = null;
    live?.opening.close();
    clearMarks();
  }

  async function take(found: Found) {
    const before = article;
    const sameText = before?.article.text === found.article.text;
    // Watched before the annotation is asked for: a page may change while we wait for the answer.
    live ??= startLive();
    live.see(found.root, found.shadows);
    const { annotation, saved, kept, passages } = before && sameText ? before : await askAnnotation(found.article);
    signal.throwIfAborted();
    if (found.map.segments.some(({ node }) => !node.isConnected)) stale = true;
    article = { ...found, annotation, saved, kept, passages, marks: before?.marks ?? [], ground: groundOf(found) };
    if (before && !sameText) live.opening.move((mark) => article && movedMark(mark, before, article));
    const sameNodes =
      sameText &&
      before.map.segments.length === found.map.segments.length &&
      before.map.segments.every(({ node, offset }, at) => {
        const now = found.map.segments[at];
        return now?.node === node && now.offset === offset;
      });
    await mark(!sameNodes);
  }

  function startLive() {
    const savedInCard = (saved: SavedState | null) => {
      noteSaved(saved);
      panels.changed();
    };
    const opening = watchOpening(() => article, savedInCard, reread, orphaned, panels, signal);
    const see = watchChanges(() => {
      if (reading) stale = true;
      else void look();
    }, signal);
    watchColours(() => {
      const ground = groundOf(article);
      if (article && ground !== article.ground) {
        article.ground = ground;
        void mark(true).catch(() => {});
      }
    }, signal);
    return { opening, see };
  }

  /** Paints what the settings ask for, those in view first, and says how it stands. */
  async function mark(repaint: boolean) {
    if (!article || !settings) return;
    if (isOrphan()) return orphaned();
    const { map, annotation, saved, kept, passages, notice } = article;
    const marksOn = marksOnAt(settings, article.article.canonicalUrl);
    const first = article.marks.length === 0;
    article.marks = marksOn ? marksOf(annotation, settings.density, settings.kinds, passages) : [];
    choosePalette(settings.palette);
    state = { status: 'article', article: article.article, annotation, saved, kept, passages, notice, marksOn };
    panels.changed();
    if (!marksOn) {
      live?.opening.close();
      clearMarks();
    } else if (repaint || first) {
      const inView = first ? (offsetAtPoint(article, innerWidth / 2, 8) ?? 0) : 0;
      await inSlices(paintMarks(map, article.marks, inView, !first), signal);
      live?.opening.repaint();
    }
  }

  /** What the person corrected is laid over the annotation: it is asked for anew and painted. */
  async function reread() {
    if (!article) return;
    const { annotation, passages } = await askAnnotation(article.article);
    article.annotation = annotation;
    article.passages = passages;
    await mark(true);
  }

  async function markSelection(as: 'claim' | 'actor' | 'note') {
    if (!article) {
      asked = true;
      forced = true;
      await reading;
      await look();
    }
    const box = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0).getBoundingClientRect() : null;
    try {
      const span = article && selectedSpan(article.map);
      if (!article || !span) throw failed('reader.nothingSelected');
      await askToMark(article.article, span, as);
      await reread();
      getSelection()?.removeAllRanges();
      const made = article.marks.find(
        ({ kind, start, end }) => start < span.end && end > span.start && (as === 'note') === (kind === 'passage'),
      );
      if (made) await live?.opening.show(made.start, made.end);
      else showMessage(await messageToKeep('reader_kept'), box ?? new DOMRect(8, 8, 0, 0), signal);
    } catch (error) {
      showMessage(await toldOf(error), box ?? new DOMRect(8, 8, 0, 0), signal);
    }
  }

  function noteSaved(saved: SavedState | null) {
    if (!article || state.status !== 'article') return;
    article.saved = saved;
    // Once this text is the saved one there is nothing that changed since.
    if (!saved || saved.sameText) article.kept = null;
    state = { ...state, saved, kept: article.kept };
  }

  /** One reading at a time; whoever asks meanwhile gets the same. */
  function look(): Promise<void> {
    if (isOrphan()) {
      orphaned();
      return Promise.resolve();
    }
    reading ??= read()
      .catch((error: unknown) => {
        if (signal.aborted) return;
        if (isOrphan()) orphaned();
        else state = { status: 'failed', said: [...saidOf(error)] };
      })
      .finally(() => {
        reading = null;
        if (!stale || signal.aborted) return;
        stale = false;
        setTimeout(() => {
          if (!signal.aborted) void look();
        }, secondLook);
      });
    return reading;
  }

  return {
    known: () => state,
    look,
    async state() {
      if (!asked) {
        asked = true;
        // What was left unread because marks are off is read now; whoever asks again sees it.
        if (!article && state.status === 'reading')
          void (reading ?? Promise.resolve()).then(() => (article ? undefined : look()));
      }
      if (!article || state.status !== 'article') return state;
      try {
        noteSaved((await askAnnotation(article.article)).saved);
      } catch {
        // What was known stands.
      }
      return state;
    },
    async readAnyway() {
      asked = true;
      forced = true;
      await reading;
      await look();
      return state;
    },
    markSelection,
    opening: () => (article ? (live?.opening ?? null) : null),
    stop() {
      ended.abort();
      live?.opening.end();
      // Where an update brought a new reader into the page, an orphan takes with it what is its own only.
      clearMarks(isOrphan());
    },
  };
}
