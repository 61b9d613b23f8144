import { LayersIcon } from '@radix-ui/react-icons';
import { Button } from '../../../components/ui/Button';
import { toast, toastFailure } from '../../../components/ui/Toasts';
import { listStoryReports, type StoryView } from '../../../lib/library';
import { askBackground } from '../../../lib/messages';
import { plural, t } from '../../../lib/ui-text/text';

/** Makes the chosen stories one: the largest keeps its name and takes in the rest. */
export function MergeButton({ stories, onMerged }: { stories: StoryView[]; onMerged: () => void }) {
  const merge = async () => {
    const [largest, ...rest] = [...stories].sort((a, b) => b.reports - a.reports);
    if (!largest) return;
    const before = await Promise.all(
      rest.map(async ({ story }) => ({ storyId: story.id, reports: await listStoryReports(story.id) })),
    );
    const moved = before.flatMap(({ reports }) => reports.map(({ id }) => id));
    await askBackground('move-to-story', { reportIds: moved, storyId: largest.story.id });
    onMerged();
    toast(plural('library.story.moved', moved.length), async () => {
      for (const { storyId, reports } of before)
        await askBackground('move-to-story', { reportIds: reports.map(({ id }) => id), storyId });
    });
  };
  return (
    <Button kind="quiet" onClick={() => void merge().catch(toastFailure)}>
      <LayersIcon aria-hidden="true" /> {t('library.stories.merge')}
    </Button>
  );
}
