import type { Place } from '../../lib/library/corrections';
import type { ReportHead } from '../../lib/library/schema';
import { askBackground } from '../../lib/messages';
import { t } from '../../lib/ui-text/text';
import { Button } from '../ui/Button';

interface OtherStoryProps {
  /** The article it is beside. */
  place: Place;
  other: ReportHead;
  /** After it was kept: the correction's id, to take it back by. */
  onKept: (correctionId: string) => void;
  onFailure: (error: unknown) => void;
}

/** "Not the same story": the two are not compared any more. */
export function OtherStory({ place, other, onKept, onFailure }: OtherStoryProps) {
  const decide = () =>
    askBackground('correct', { place, change: { kind: 'other-story', other: other.canonicalUrl } }).then(
      ({ id }) => onKept(id),
      onFailure,
    );
  return (
    <Button
      kind="quiet"
      className="cb-small other-story"
      onClick={() => void decide()}
      aria-label={t('comparison.otherStoryNamed', { title: other.title })}
    >
      {t('comparison.otherStory')}
    </Button>
  );
}
