import { useEffect, useMemo, useRef } from 'react';
import { paragraphsOf, type Segment } from '../../../components/claim/segments';
import type { Version } from '../../../lib/library';
import { kindInWords } from '../../../lib/ui-text/claim';
import { t } from '../../../lib/ui-text/text';

interface SavedTextProps {
  version: Version;
  /** The claim that is looked at; null: none. */
  chosen: string | null;
  onChoose: (claimId: string) => void;
  /** Show names too, not only numbers. */
  names: boolean;
}

/** The text as it was saved, with its claims and names marked. */
export function SavedText({ version, chosen, onChoose, names }: SavedTextProps) {
  const paragraphs = useMemo(() => paragraphsOf(version.text, version.annotation, chosen), [version, chosen]);
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen === null) return;
    const mark = text.current?.querySelector(`[data-claim="${CSS.escape(chosen)}"]`);
    mark?.scrollIntoView({
      block: 'center',
      behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
    });
  }, [chosen]);
  return (
    <div ref={text} className="saved-text" lang={version.annotation.language} data-names={names}>
      {paragraphs.map(({ start, segments }) => (
        <p key={start}>
          {segments.map((segment) => (
            <Stretch key={segment.start} segment={segment} chosen={chosen} onChoose={onChoose} names={names} />
          ))}
        </p>
      ))}
    </div>
  );
}

function Stretch({ segment, chosen, onChoose, names }: { segment: Segment } & Omit<SavedTextProps, 'version'>) {
  const { text, claim, mention, statement } = segment;
  const name =
    mention && names ? (
      <span className="mark-actor" data-kind={mention.kind} title={kindInWords(mention.kind)}>
        {text}
      </span>
    ) : (
      text
    );
  const inside =
    claim && claim.salience === 'major' ? (
      <button
        type="button"
        className="mark-claim"
        data-claim={claim.id}
        data-certainty={claim.certainty}
        aria-current={claim.id === chosen || undefined}
        onClick={() => onChoose(claim.id)}
      >
        {name}
      </button>
    ) : (
      name
    );
  return statement ? (
    <span className={`mark-${statement}`} title={t(`library.report.mark.${statement}`)}>
      {inside}
    </span>
  ) : (
    inside
  );
}
