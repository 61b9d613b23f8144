import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { Annotation, Span } from '../../lib/annotation';
import { kindInWords } from '../../lib/ui-text/claim';
import { t } from '../../lib/ui-text/text';
import { SelectionBar } from './SelectionBar';
import { type OwnMark, paragraphsOf, type Segment } from './segments';

interface SavedTextProps {
  text: string;
  /** Of `text`. */
  annotation: Annotation;
  /** The claim that is looked at; null: none. */
  chosen: string | null;
  onChoose: (claimId: string) => void;
  /** Show names too, not only numbers. */
  names: boolean;
  /** Passages that the person noted something on. */
  notes?: readonly OwnMark[];
  /** What can be done with a passage the person selects: offered beside it. */
  onSelect?: (passage: Span, done: () => void) => ReactNode;
}

/** A report's text with its claims and names marked; the chosen claim shows who said it and what. */
export function SavedText({ text, annotation, chosen, onChoose, names, notes, onSelect }: SavedTextProps) {
  const paragraphs = useMemo(() => paragraphsOf(text, annotation, chosen, notes), [text, annotation, chosen, notes]);
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
    <div className="saved-text-place">
      <div ref={box} className="saved-text" dir="auto" lang={annotation.language} data-names={names}>
        {paragraphs.map(({ start, segments }) => (
          <p key={start} data-start={start}>
            {segments.map((segment) => (
              <Stretch key={segment.start} segment={segment} chosen={chosen} onChoose={onChoose} names={names} />
            ))}
          </p>
        ))}
      </div>
      {onSelect && <SelectionBar text={box} actions={onSelect} />}
    </div>
  );
}

function Stretch({
  segment,
  chosen,
  onChoose,
  names,
}: { segment: Segment } & Pick<SavedTextProps, 'chosen' | 'onChoose' | 'names'>) {
  const { text, claim, mention, statement, note } = segment;
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
  const said = statement ? (
    <span className={`mark-${statement}`} title={t(`library.report.mark.${statement}`)}>
      {inside}
    </span>
  ) : (
    inside
  );
  return note === null ? (
    said
  ) : (
    <span className="mark-note" title={note || t('library.report.mark.note')}>
      {said}
    </span>
  );
}
