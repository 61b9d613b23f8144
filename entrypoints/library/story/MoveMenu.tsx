import { Menu } from '../../../components/ui/Menu';
import { toast, toastFailure } from '../../../components/ui/Toasts';
import { listNewestStories, type Report } from '../../../lib/library';
import { useLive } from '../../../lib/library/live';
import { askBackground } from '../../../lib/messages';
import { plural, t } from '../../../lib/ui-text/text';

interface MoveMenuProps {
  label: string;
  reports: readonly Report[];
  kind?: 'plain' | 'quiet';
  /** Offer other stories only: all of a story's reports are moved, and it goes with them. */
  whole?: boolean;
  onMoved?: (storyId: string | null) => void;
}

/** The stories told last; older ones are made one in the list of stories. */
const listed = 40;

/** Puts reports into another story, by hand: it sticks, whatever is saved later. */
export function MoveMenu({ label, reports, kind = 'plain', whole = false, onMoved }: MoveMenuProps) {
  const { value: stories = [] } = useLive(() => listNewestStories(listed), []);
  const move = (to?: string | null) =>
    moveWithUndo(reports, to).then((storyId) => storyId !== undefined && onMoved?.(storyId), toastFailure);
  const here = new Set(reports.map(({ storyId }) => storyId));
  const others = stories
    .filter(({ story }) => here.size > 1 || !here.has(story.id))
    .map(({ story, reports: count }) => ({
      id: story.id,
      title: story.name,
      line: plural('count.reports', count),
      onChoose: () => void move(story.id),
    }));
  const own = [
    { id: 'new', title: t('library.story.toNew'), line: t('library.story.toNewLine'), onChoose: () => void move(null) },
    { id: 'none', title: t('library.story.toNone'), line: t('library.story.toNoneLine'), onChoose: () => void move() },
  ];
  const choices = whole ? others : [...own, ...others];
  return choices.length === 0 ? null : <Menu label={label} choices={choices} kind={kind} />;
}

/** @param to a story, a new one (null), or none (undefined) */
async function moveWithUndo(reports: readonly Report[], to?: string | null): Promise<string | null> {
  const ask = (reportIds: string[], storyId?: string | null) =>
    askBackground('move-to-story', { reportIds, ...(storyId === undefined ? {} : { storyId }) });
  const { storyId } = await ask(
    reports.map(({ id }) => id),
    to,
  );
  toast(plural('library.story.moved', reports.length), async () => {
    for (const from of new Set(reports.map((report) => report.storyId)))
      await ask(
        reports.filter((report) => report.storyId === from).map(({ id }) => id),
        from ?? undefined,
      );
  });
  return storyId;
}
