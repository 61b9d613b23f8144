import { CheckCircledIcon } from '@radix-ui/react-icons';
import { Button } from '../../../components/ui/Button';
import { EmptyState, Notice, Skeleton } from '../../../components/ui/feedback';
import { toast, toastFailure } from '../../../components/ui/Toasts';
import { VirtualList } from '../../../components/ui/VirtualList';
import { type Correction, findReportByUrl } from '../../../lib/library';
import { hostOf, listCorrections } from '../../../lib/library/corrections';
import { useLive } from '../../../lib/library/live';
import { askBackground } from '../../../lib/messages';
import { kindInWords } from '../../../lib/ui-text/claim';
import { dayInWords } from '../../../lib/ui-text/dates';
import { quantityInWords } from '../../../lib/ui-text/quantity';
import { plural, t } from '../../../lib/ui-text/text';
import { routeTo } from '../route';

/** Everything the person decided against the engine, each to be taken back. */
export function CorrectionsView() {
  const { value, error } = useLive(listCorrections, []);
  return (
    <>
      <div className="view-head">
        <h1>{t('library.corrections.title')}</h1>
        <p className="cb-muted" role="status">
          {!!value?.length && plural('count.corrections', value.length)}
        </p>
      </div>
      <p className="cb-muted view-line">{t('library.corrections.line')}</p>
      {error && <Notice tone="danger">{error}</Notice>}
      {!value && !error && <Skeleton widths={[60, 45, 70, 40]} />}
      {value?.length === 0 && (
        <EmptyState
          icon={<CheckCircledIcon width="32" height="32" aria-hidden="true" />}
          title={t('library.corrections.emptyTitle')}
        >
          <ol className="teach">
            <li>{t('library.corrections.emptyOpen')}</li>
            <li>{t('library.corrections.emptyMark')}</li>
            <li>{t('library.corrections.emptyNext')}</li>
          </ol>
        </EmptyState>
      )}
      {value && value.length > 0 && (
        <VirtualList
          items={value}
          keyOf={({ id }) => id}
          rowHeight={84}
          label={t('library.corrections.title')}
          render={(correction) => <Row correction={correction} />}
        />
      )}
    </>
  );
}

/** What was decided, in a sentence. */
export function decisionInWords(correction: Correction): string {
  switch (correction.kind) {
    case 'not-claim':
      return t('library.corrections.notClaim', { words: correction.selector.exact });
    case 'wrong-number':
      return t('library.corrections.wrongNumber', {
        words: correction.selector.exact,
        right: quantityInWords({ quantity: correction.quantity, unit: correction.unit, role: null }).text,
      });
    case 'mark':
      return correction.as === 'actor' && correction.actor
        ? t('library.corrections.markActor', { words: correction.actor.name, kind: kindInWords(correction.actor.kind) })
        : t(correction.as === 'claim' ? 'library.corrections.markClaim' : 'library.corrections.markNote', {
            words: correction.selector.exact,
          });
    case 'same-actor':
      return t('library.corrections.sameActor', { one: correction.actors[0].name, other: correction.actors[1].name });
    case 'other-actor':
      return t('library.corrections.otherActor', { one: correction.actors[0].name, other: correction.actors[1].name });
    case 'not-actor':
      return t('library.corrections.notActor', { name: correction.actor.name });
    case 'same-story':
      return t('library.corrections.sameStory');
    case 'other-story':
      return t('library.corrections.otherStory');
  }
}

/** Where it holds. */
function reachInWords(correction: Correction): string {
  if ('pattern' in correction && correction.pattern !== null)
    return t('library.corrections.inOutlet', {
      outlet: hostOf(correction.canonicalUrl),
      words: correction.pattern,
    });
  if (correction.kind === 'mark' && correction.as === 'actor') return t('library.corrections.everywhere');
  if ('canonicalUrl' in correction && correction.canonicalUrl !== null) return t('library.corrections.here');
  return t('library.corrections.everywhere');
}

export const revokeWithUndo = (id: string): Promise<void> =>
  askBackground('revoke-correction', { id, revoked: true }).then(
    () => toast(t('library.corrections.revoked'), () => askBackground('revoke-correction', { id, revoked: false })),
    toastFailure,
  );

/** The two reports of a decision on stories, by their titles where they are kept. */
function Pair({ addresses }: { addresses: readonly string[] }) {
  const { value: reports = [] } = useLive(() => Promise.all(addresses.map(findReportByUrl)), addresses.slice());
  return addresses.map((address, index) => {
    const report = reports[index];
    return (
      <span key={address}>
        {report ? <a href={routeTo(['report', report.id])}>{report.title}</a> : hostOf(address)}
      </span>
    );
  });
}

function Row({ correction }: { correction: Correction }) {
  const url = 'canonicalUrl' in correction ? correction.canonicalUrl : null;
  const report = useLive(() => (url === null ? Promise.resolve(undefined) : findReportByUrl(url)), [url]).value;
  const words = decisionInWords(correction);
  return (
    <article className="list-row correction-row">
      <div className="list-row-content">
        <h2>{words}</h2>
        {'selector' in correction && (
          <p className="claim-sentence">
            …{correction.selector.prefix}
            <mark>{correction.selector.exact}</mark>
            {correction.selector.suffix}…
          </p>
        )}
        <p className="report-facts cb-small">
          <span>{reachInWords(correction)}</span>
          {'addresses' in correction && <Pair addresses={correction.addresses} />}
          {report && (
            <span>
              <a href={routeTo(['report', report.id])}>{report.title}</a>
            </span>
          )}
          <span>{dayInWords(correction.changedAt)}</span>
        </p>
      </div>
      <Button
        onClick={() => void revokeWithUndo(correction.id)}
        aria-label={t('library.corrections.revokeNamed', { words })}
      >
        {t('library.corrections.revoke')}
      </Button>
    </article>
  );
}
