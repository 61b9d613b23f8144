import { Tabs } from '@base-ui/react/tabs';
import { BarChartIcon } from '@radix-ui/react-icons';
import { useEffect, useRef } from 'react';
import { ClaimItem } from '../../../components/claim/ClaimItem';
import { OtherStory } from '../../../components/claim/OtherStory';
import { ActorChip } from '../../../components/ui/Chip';
import { Notice, Skeleton } from '../../../components/ui/feedback';
import { toast, toastFailure } from '../../../components/ui/Toasts';
import type { Claim, Span } from '../../../lib/annotation';
import { actorKey } from '../../../lib/crossref/actor-key';
import { type Correction, listActors, type Report, type Version } from '../../../lib/library';
import { contextOf } from '../../../lib/library/context';
import { useLive } from '../../../lib/library/live';
import type { PlacedNote } from '../../../lib/library/notes/notes';
import type { Context } from '../../../lib/library/schema';
import { askBackground } from '../../../lib/messages';
import { kindsInWords, reportInWords, sourceOf } from '../../../lib/ui-text/claim';
import { quantityInWords } from '../../../lib/ui-text/quantity';
import { count as inWords, plural, t } from '../../../lib/ui-text/text';
import { usePainted } from '../list/rows-shown';
import { routeTo } from '../route';
import { ActorMenu } from './ActorMenu';
import { ClaimActions } from './ClaimActions';
import { OwnPanel } from './OwnPanel';
import { Versions } from './Versions';

interface ReportSideProps {
  report: Report;
  version: Version;
  corrections: Correction[];
  notes: PlacedNote[];
  chosen: string | null;
  onChoose: (claimId: string) => void;
}

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** Beside the text: its numbers, who said them and who acts, the same story elsewhere, earlier versions. */
export function ReportSide({ report, version, corrections, notes, chosen, onChoose }: ReportSideProps) {
  // Comparing takes a while, and this thread: the text is painted first.
  const painted = usePainted(true);
  const context = useLive(
    async () => (painted ? await contextOf({ ...report, text: version.text }, version.annotation) : undefined),
    [report.id, version.version, painted],
  );
  const major = version.annotation.claims.filter(({ salience }) => salience === 'major');
  const related = context.value?.related ?? [];
  return (
    <aside className="report-side" aria-label={t('library.report.side')}>
      <Tabs.Root defaultValue="numbers">
        <Tabs.List className="cb-tabs">
          <Tab value="numbers" label={t('library.report.numbers')} count={major.length} />
          <Tab value="who" label={t('library.report.who')} count={version.annotation.actors.length} />
          <Tab value="story" label={t('library.report.story')} count={related.length} />
          <Tab value="own" label={t('library.own.title')} count={corrections.length + notes.length} />
          <Tab value="versions" label={t('library.report.versions')} count={report.version > 1 ? report.version : 0} />
        </Tabs.List>
        <Tabs.Panel value="numbers" className="side-panel">
          <Numbers {...{ report, version, notes, chosen, onChoose }} claims={major} context={context.value} />
        </Tabs.Panel>
        <Tabs.Panel value="who" className="side-panel">
          <Sources version={version} claims={major} onChoose={onChoose} />
          <Actors report={report} version={version} />
        </Tabs.Panel>
        <Tabs.Panel value="story" className="side-panel">
          {context.error && <Notice tone="danger">{context.error}</Notice>}
          {!context.value && !context.error && <Skeleton widths={[80, 50, 70]} />}
          {context.value && <Story report={report} related={related} />}
        </Tabs.Panel>
        <Tabs.Panel value="own" className="side-panel">
          <OwnPanel
            notes={notes}
            corrections={corrections}
            onChoose={onChoose}
            claimAt={(place) => version.annotation.claims.find((claim) => overlap(claim, place))?.id ?? null}
          />
        </Tabs.Panel>
        <Tabs.Panel value="versions" className="side-panel">
          <Versions report={report} />
        </Tabs.Panel>
      </Tabs.Root>
    </aside>
  );
}

function Tab({ value, label, count }: { value: string; label: string; count: number }) {
  return (
    <Tabs.Tab value={value} className="cb-tab">
      {label} {count > 0 && <span className="cb-chip-count">{inWords(count)}</span>}
    </Tabs.Tab>
  );
}

function Numbers({
  report,
  version,
  claims,
  context,
  notes,
  chosen,
  onChoose,
}: Omit<ReportSideProps, 'corrections'> & { claims: Claim[]; context: Context | undefined }) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (chosen) list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  if (claims.length === 0) return <p className="cb-muted">{t('popup.noClaims')}</p>;
  return (
    <ul ref={list} className="cb-list side-claims">
      {claims.map((claim) => (
        <ClaimItem
          key={claim.id}
          claim={claim}
          text={version.text}
          source={sourceOf(claim, version.annotation, version.text)}
          earlier={context?.earlier[claim.id] ?? []}
          current={claim.id === chosen}
          onClick={() => onChoose(claim.id)}
          hrefOf={(one) => routeTo(['report', one.report.id, one.claim.id])}
        >
          {claim.id === chosen && (
            <ClaimActions
              report={report}
              version={version}
              claim={claim}
              note={notes.find(({ place }) => place && overlap(place, claim))?.note}
            />
          )}
        </ClaimItem>
      ))}
    </ul>
  );
}

function Sources({ version, claims, onChoose }: Pick<ReportSideProps, 'version' | 'onChoose'> & { claims: Claim[] }) {
  // "Farrant" and "Chief Executive Neil Farrant" are one source, whatever the words.
  const bySource = new Map<string, { name: string; said: Claim[] }>();
  for (const claim of claims) {
    const { kind, text, actor } = sourceOf(claim, version.annotation, version.text);
    const key = `${kind} ${actor?.id ?? text.toLowerCase().replace(/^the /, '')}`;
    const known = bySource.get(key);
    if (known) known.said.push(claim);
    else bySource.set(key, { name: actor?.name ?? text, said: [claim] });
  }
  if (bySource.size === 0) return null;
  return (
    <section>
      <h3>{t('library.report.sources')}</h3>
      <ul className="cb-list sources">
        {[...bySource]
          .sort(([, a], [, b]) => b.said.length - a.said.length)
          .map(([key, { name, said }]) => (
            <li key={key}>
              <span>{name}</span>
              <span className="source-claims">
                {said.map((claim) => (
                  <button key={claim.id} type="button" className="more" onClick={() => onChoose(claim.id)}>
                    {quantityInWords(claim).text}
                  </button>
                ))}
              </span>
            </li>
          ))}
      </ul>
    </section>
  );
}

const kinds = ['person', 'organization', 'place', 'group'] as const;

function Actors({ report, version }: Pick<ReportSideProps, 'report' | 'version'>) {
  const { actors } = version.annotation;
  const everywhere = useLive(
    () => listActors().then((all) => new Map(all.map(({ key, reports }) => [key, reports]))),
    [],
  );
  return kinds.map((kind) => {
    const some = actors.filter((actor) => actor.kind === kind).sort((a, b) => b.mentions.length - a.mentions.length);
    if (some.length === 0) return null;
    return (
      <section key={kind}>
        <h3>{kindsInWords(kind)}</h3>
        <ul className="cb-list chips">
          {some.map((actor) => {
            const key = actorKey(actor);
            const reports = everywhere.value?.get(key) ?? 1;
            return (
              <li key={actor.id} className="actor-chip">
                <ActorChip
                  name={actor.name}
                  kind={kind}
                  count={reports}
                  more={[...actor.roles, plural('count.reports', reports)].join(' · ')}
                  href={routeTo(['actor', key])}
                />
                <ActorMenu report={report} version={version} actor={actor} />
              </li>
            );
          })}
        </ul>
      </section>
    );
  });
}

function Story({ report, related }: { report: Report; related: Context['related'] }) {
  if (related.length === 0) return <p className="cb-muted">{t('library.report.alone')}</p>;
  const day = (one: { publishedAt: string | null; savedAt: string }) => one.publishedAt ?? one.savedAt;
  const sorted = related.map((one) => one.report).sort((a, b) => (day(a) < day(b) ? -1 : 1));
  const here = report.publishedAt ?? report.firstSavedAt;
  const groups = [
    { title: t('library.report.earlier'), reports: sorted.filter((one) => day(one) < here) },
    { title: t('library.report.later'), reports: sorted.filter((one) => day(one) >= here) },
  ];
  const lists = groups.map(({ title, reports }) =>
    reports.length === 0 ? null : (
      <section key={title}>
        <h3>{title}</h3>
        <ul className="cb-list">
          {reports.map((one) => (
            <li key={one.id}>
              <a className="row" href={routeTo(['report', one.id])}>
                <span>{one.title}</span>
                <span className="cb-muted cb-small">{reportInWords(one)}</span>
              </a>
              <OtherStory
                place={{ reportId: report.id }}
                other={one}
                onFailure={toastFailure}
                onKept={(id) =>
                  toast(t('comparison.parted', { title: one.title }), () =>
                    askBackground('revoke-correction', { id, revoked: true }),
                  )
                }
              />
            </li>
          ))}
        </ul>
      </section>
    ),
  );
  return (
    <>
      {report.storyId && (
        <a className="cb-button" href={routeTo(['story', report.storyId])}>
          <BarChartIcon aria-hidden="true" /> {t('library.story.see')}
        </a>
      )}
      {lists}
    </>
  );
}
