/** What the background answers, message by message. */
import {
  contextOf,
  deleteReports,
  editReport,
  emptyBin,
  keepDraft,
  moveToStory,
  renameStory,
  restoreReports,
  savedStateOf,
  saveReport,
  tagReports,
} from '../../lib/library';
import { copiesOf } from '../../lib/library/copies';
import { passagesOf, readCorrected, setRevoked } from '../../lib/library/corrections';
import { putNote } from '../../lib/library/notes/notes';
import type { backgroundProtocol, Handlers } from '../../lib/messages';
import { ownFile } from '../../lib/ui-text/language';
import { backUp } from './backup';
import { correctArticle } from './corrections';
import { read } from './engine';
import { compactVersions, countOutdated, rereadReports, resume } from './jobs';
import { withKept } from './kept';
import { openLibraryTab } from './library-tab';
import { loadCard, readTab } from './reader-scripts';
import { storageReady } from './storage';

const done = { done: true } as const;

const answers: Handlers<typeof backgroundProtocol> = {
  async annotate({ article }) {
    const { annotation } = await read(article);
    // Marks must not wait for a library that cannot be opened, as in a private window.
    const saved = await savedStateOf(article).catch(() => null);
    const corrected = await readCorrected(article, annotation).catch(() => annotation);
    const found = await withKept(article, corrected, saved).catch(() => ({ annotation: corrected, kept: null }));
    const passages = await passagesOf(article).catch(() => []);
    return { ...found, passages, saved };
  },
  async context({ article }) {
    const { annotation } = await read(article);
    return contextOf(article, await readCorrected(article, annotation));
  },
  async save({ article, note }) {
    // Read anew here: what is stored is what the engine says, whatever the page's script was told.
    return saveReport(article, await read(article), note);
  },
  async 'edit-report'({ reportId, note, tags }) {
    await editReport(reportId, { note, tags });
    return done;
  },
  async 'tag-reports'({ reportIds, add, remove }) {
    return { changed: await tagReports(reportIds, { add, remove }) };
  },
  async 'delete-reports'({ reportIds }) {
    await deleteReports(reportIds);
    return done;
  },
  async 'restore-reports'({ reportIds }) {
    await restoreReports(reportIds);
    return done;
  },
  async 'empty-bin'({ reportIds }) {
    await emptyBin(reportIds);
    return done;
  },
  async 'rename-story'({ storyId, name }) {
    await renameStory(storyId, name);
    return done;
  },
  async 'move-to-story'({ reportIds, storyId }) {
    return { storyId: await moveToStory(reportIds, storyId) };
  },
  async correct({ place, change }) {
    return { id: await correctArticle(place, change) };
  },
  async 'revoke-correction'({ id, revoked }) {
    await setRevoked(id, revoked);
    return done;
  },
  async 'put-note'(change) {
    await putNote(change);
    return done;
  },
  async 'keep-draft'({ canonicalUrl, note }) {
    await keepDraft(canonicalUrl, note);
    return done;
  },
  async words({ language, starting }) {
    const messages = [...(await ownFile(language))];
    const wanted = ([name]: [string, string]) => !starting || starting.some((start) => name.startsWith(start));
    return Object.fromEntries(messages.filter(wanted));
  },
  async 'outdated-reports'() {
    return { reports: await countOutdated() };
  },
  async 'reread-reports'() {
    return rereadReports();
  },
  async 'compact-versions'({ keep }) {
    return { jobId: await compactVersions(keep) };
  },
  async 'resume-jobs'() {
    void resume();
    return done;
  },
  async 'back-up-now'() {
    return { name: await backUp() };
  },
  async copies({ article }) {
    return copiesOf(article);
  },
  async 'load-card'(_, sender) {
    await loadCard(sender.tabId);
    return done;
  },
  async 'read-tab'({ tabId }) {
    await readTab(tabId);
    return done;
  },
  async 'open-library'({ reportId }) {
    await openLibraryTab(reportId);
    return done;
  },
};

/** What writes to the library: such messages wait until the storage has been looked after. */
const writing = [
  'save',
  'edit-report',
  'tag-reports',
  'delete-reports',
  'restore-reports',
  'empty-bin',
  'rename-story',
  'move-to-story',
  'correct',
  'revoke-correction',
  'put-note',
  'keep-draft',
] as const satisfies (keyof typeof answers)[];

const afterStorage = <Request, Rest extends unknown[], Response>(
  handle: (request: Request, ...rest: Rest) => Promise<Response>,
): typeof handle => {
  return async (request, ...rest) => {
    await storageReady();
    return handle(request, ...rest);
  };
};

export const handlers: typeof answers = {
  ...answers,
  ...Object.fromEntries(writing.map((name) => [name, afterStorage(answers[name] as never)])),
};
