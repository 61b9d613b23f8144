import { Menu } from '../../../components/ui/Menu';
import { toast, toastFailure } from '../../../components/ui/Toasts';
import { listStories } from '../../../lib/library';
import { useLive } from '../../../lib/library/live';
import { askBackground } from '../../../lib/messages';
import { plural, t } from '../../../lib/ui-text/text';
import { routeTo } from '../route';

interface MoveMenuProps {
  label: string;
  reportIds: string[];
  /** The story they are in now. */
  from: string;
  /** Also offer a story of their own, and none. */
  alone: boolean;
}

const listed = 40;

/** Puts reports into another story, by hand: it sticks, whatever is saved later. */
export function MoveMenu({ label, reportIds, from, alone }: MoveMenuProps) {
  const { value: stories = [] } = useLive(listStories, []);
  const move = async (storyId?: string | null) => {
    const ask = (to?: string | null) =>
      askBackground('move-to-story', { reportIds, ...(to === undefined ? {} : { storyId: to }) });
    try {
      await ask(storyId);
      toast(plural('library.story.moved', reportIds.length), () => ask(from));
      if (!alone && storyId) location.hash = routeTo(['story', storyId]);
    } catch (error) {
      toastFailure(error);
    }
  };
  const others = stories
    .filter(({ story }) => story.id !== from)
    .slice(0, listed)
    .map(({ story, reports }) => ({
      id: story.id,
      title: story.name,
      line: plural('count.reports', reports),
      onChoose: () => void move(story.id),
    }));
  const own = [
    { id: 'none', title: t('library.story.toNone'), line: t('library.story.toNoneLine'), onChoose: () => void move() },
    { id: 'new', title: t('library.story.toNew'), onChoose: () => void move(null) },
  ];
  const choices = [...(alone ? own : []), ...others];
  return choices.length === 0 ? null : <Menu label={label} choices={choices} />;
}
