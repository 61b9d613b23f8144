import { useEffect, useMemo, useRef } from 'react';
import type { Annotation } from '../../lib/annotation';
import { kindInWords } from '../../lib/ui-text/claim';
import { t } from '../../lib/ui-text/text';
import { paragraphsOf, type Segment } from './segments';

interface SavedTextProps {
  text: string;
  /** Of `text`. */
  annotation: Annotation;
  /** The claim that is looked at; null: none. */
  chosen: string | null;
  onChoose: (claimId: string) => void;
  /** Show names too, not only numbers. */
  names: boolean;
}

/** A report's text with its claims and names marked; the chosen claim shows who said it and what. */
export function SavedText({ text, annotation, chosen, onChoose, names }: SavedTextProps) {
  const paragraphs = useMemo(() => paragraphsOf(text, annotation, chosen), [text, annotation, chosen]);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen === null) return;
    const mark = box.current?.querySelector(`[data-claim="${CSS.escape(chosen)}"]`);
    mark?.scrollIntoView({
      block: 'center',
      behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
    });
  }, [chosen]);
  return (
    <div ref={box} className="saved-text" lang={annotation.language} data-names={names}>
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

function Stretch({
  segment,
  chosen,
  onChoose,
  names,
}: { segment: Segment } & Omit<SavedTextProps, 'text' | 'annotation'>) {
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
