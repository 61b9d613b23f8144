import { ArrowLeftIcon, Cross2Icon, FileTextIcon } from '@radix-ui/react-icons';
import { useEffect } from 'react';
import { Button } from '../../../components/ui/Button';
import { EmptyState, Notice, Skeleton } from '../../../components/ui/feedback';
import { KindIcon } from '../../../components/ui/icons';
import { toast, toastFailure } from '../../../components/ui/Toasts';
import { type ActorRow, getActor, listReports } from '../../../lib/library';
import { listLibraryClaims } from '../../../lib/library/claims-list';
import { useLive } from '../../../lib/library/live';
import { getNote } from '../../../lib/library/notes/notes';
import { askBackground } from '../../../lib/messages';
import { kindInWords, reportInWords } from '../../../lib/ui-text/claim';
import { plural, t } from '../../../lib/ui-text/text';
import { bySentence, Sentence } from '../claims/Sentence';
import { ExportMenu } from '../ExportMenu';
import { OwnFields } from '../notes/OwnFields';
import { routeTo } from '../route';

const claimsShown = 30;
const reportsShown = 30;

/** An actor: what it is said to have said, where it occurs, and what the person notes of it. */
export function ActorPage({ actorKey }: { actorKey: string }) {
  const { value: actor, error } = useLive(() => getActor(actorKey).then((found) => found ?? null), [actorKey]);
  const note = useLive(() => getNote('actor', actorKey), [actorKey]);
  const reports = useLive(() => listReports({ actorKey }), [actorKey]).value;
  const claims = useLive(() => listLibraryClaims({ sourceActor: actorKey }, claimsShown), [actorKey]).value;
  const name = actor?.name;
  useEffect(() => {
    if (name) document.title = `${name} – ${t('product.name')}`;
  }, [name]);
  if (error) return <Notice tone="danger">{error}</Notice>;
  if (actor === undefined) return <Skeleton widths={[40, 25, 80, 85, 70]} />;
  if (actor === null)
    return (
      <EmptyState title={t('library.actor.goneTitle')}>
        <p>{t('library.actor.goneLine')}</p>
        <a className="cb-button" href={routeTo(['corrections'])}>
          {t('library.corrections.see')}
        </a>
      </EmptyState>
    );
  return (
    <div className="page-narrow">
      <div className="report-bar">
        <a className="back" href={routeTo(['actors'])}>
          <ArrowLeftIcon aria-hidden="true" /> {t('library.actors.title')}
        </a>
        <div className="cb-actions">
          <a className="cb-button" href={routeTo(['reports'], { actor: actorKey })}>
            <FileTextIcon aria-hidden="true" /> {t('library.actor.reports')}
          </a>
          {reports && <ExportMenu reportIds={reports.map(({ id }) => id)} />}
          {reports?.[0] && <NotActor actor={actor} reportId={reports[0].id} />}
        </div>
      </div>
      <header className="actor-head" data-kind={actor.kind}>
        <h1>
          <KindIcon kind={actor.kind} /> {actor.name}
        </h1>
        <p className="report-facts cb-small">
          <span>{kindInWords(actor.kind)}</span>
          <span>{plural('count.reports', actor.reports)}</span>
        </p>
      </header>
      <OwnFields on={{ kind: 'actor', key: actorKey }} kept={note.value} />
      <section className="counted">
        <h2>{t('library.actor.said')}</h2>
        {claims?.claims.length === 0 && <p className="cb-muted">{t('library.actor.saidNothing')}</p>}
        <ul className="cb-list">
          {claims &&
            bySentence(claims.claims).map((told) => (
              <li key={told[0]?.row.id} className="list-row">
                <div className="list-row-content">
                  <Sentence told={told} />
                </div>
              </li>
            ))}
        </ul>
        {claims?.more && <a href={routeTo(['claims'], { said: actorKey })}>{t('library.actor.allSaid')}</a>}
      </section>
      <section className="counted">
        <h2>{t('library.actor.in')}</h2>
        <ul className="cb-list">
          {reports?.slice(0, reportsShown).map((report) => (
            <li key={report.id}>
              <a className="row" href={routeTo(['report', report.id])}>
                <span>{report.title}</span>
                <span className="cb-muted cb-small">{reportInWords(report)}</span>
              </a>
            </li>
          ))}
        </ul>
        {reports && reports.length > reportsShown && (
          <a href={routeTo(['reports'], { actor: actorKey })}>{t('library.actor.allReports')}</a>
        )}
      </section>
    </div>
  );
}

function NotActor({ actor, reportId }: { actor: ActorRow; reportId: string }) {
  const { key, name } = actor;
  const correct = async () => {
    const change = { kind: 'not-actor' as const, actor: { key, name }, elsewhere: true };
    const { id } = await askBackground('correct', { place: { reportId }, change });
    location.hash = routeTo(['actors']);
    toast(t('library.corrections.notActorDone', { name }), () =>
      askBackground('revoke-correction', { id, revoked: true }),
    );
  };
  return (
    <Button onClick={() => void correct().catch(toastFailure)}>
      <Cross2Icon aria-hidden="true" /> {t('library.actor.notActor')}
    </Button>
  );
}
