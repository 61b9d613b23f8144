import { Tabs } from '@base-ui/react/tabs';
import { useEffect, useState } from 'react';
import { ArticleHead } from '../../components/page/ArticleHead';
import { MarksControl } from '../../components/page/MarksControl';
import { SaveBar } from '../../components/page/SaveBar';
import { type ArticleState, useContextOf } from '../../components/page/use-context';
import { askPage } from '../../lib/messages';
import { failureInWords } from '../../lib/ui-text/failure';
import { count, t } from '../../lib/ui-text/text';
import { ActorList } from './ActorList';
import { ClaimList } from './ClaimList';
import { EarlierList } from './EarlierList';
import { PassageList } from './PassageList';
import { useCurrent } from './use-current';

type TabName = 'numbers' | 'who' | 'earlier' | 'own';

interface ArticlePanelProps {
  tabId: number;
  state: ArticleState;
  onChange: () => void;
}

export function ArticlePanel({ tabId, state, onChange }: ArticlePanelProps) {
  const { annotation, passages } = state;
  const context = useContextOf(state);
  const current = useCurrent(tabId, state, onChange);
  const [tab, setTab] = useState<TabName>('numbers');
  const [trouble, setTrouble] = useState<string | null>(null);
  const major = annotation.claims.filter(({ salience }) => salience === 'major');

  const claim = current && annotation.claims.find(({ start, end }) => start === current.start && end === current.end);
  const actor =
    current && !claim
      ? annotation.actors.find(({ mentions }) => mentions.some(({ start }) => start === current.start))
      : undefined;
  // The list that holds the current mark comes forward, as the page's mark was chosen there.
  // Only when another mark is current: each answer of the page brings new objects, and must not take the person off the tab they chose.
  const [claimId, actorId, at] = [claim?.id, actor?.id, current?.start];
  useEffect(() => {
    if (at === undefined) return;
    if (claimId) setTab('numbers');
    else if (actorId) setTab('who');
  }, [claimId, actorId, at]);
  useEffect(() => {
    if (passages.length === 0) setTab((now) => (now === 'own' ? 'numbers' : now));
  }, [passages.length]);

  const show = (start: number, end: number) =>
    askPage(tabId, 'show', { start, end, card: false }).then(
      () => setTrouble(null),
      (error: unknown) => setTrouble(failureInWords(error)),
    );

  return (
    <main className="panel-main">
      <MarksControl url={state.article.canonicalUrl} />
      <div className="panel-article">
        <ArticleHead state={state} trouble={trouble} />
      </div>
      <Tabs.Root value={tab} onValueChange={(next: TabName) => setTab(next)} className="panel-tabs">
        <Tabs.List className="cb-tabs" aria-label={t('panel.lists')}>
          <Tab value="numbers" label={t('panel.numbers')} n={major.length} />
          <Tab value="who" label={t('panel.who')} n={annotation.actors.length} />
          <Tab value="earlier" label={t('panel.earlier')} n={context.value?.related.length ?? 0} />
          {passages.length > 0 && <Tab value="own" label={t('library.own.title')} n={passages.length} />}
        </Tabs.List>
        <Tabs.Panel value="numbers" className="panel-list" tabIndex={-1}>
          <ClaimList state={state} context={context.value} current={claim?.id ?? null} onShow={show} />
        </Tabs.Panel>
        <Tabs.Panel value="who" className="panel-list" tabIndex={-1}>
          <ActorList state={state} current={actor?.id ?? null} at={current?.start ?? null} onShow={show} />
        </Tabs.Panel>
        <Tabs.Panel value="earlier" className="panel-list" tabIndex={-1}>
          <EarlierList article={state.article} context={context} claims={major} onShow={show} />
        </Tabs.Panel>
        {passages.length > 0 && (
          <Tabs.Panel value="own" className="panel-list" tabIndex={-1}>
            <PassageList text={state.article.text} passages={passages} onShow={show} />
          </Tabs.Panel>
        )}
      </Tabs.Root>
      <SaveBar state={state} onSaved={onChange} />
    </main>
  );
}

function Tab({ value, label, n }: { value: TabName; label: string; n: number }) {
  return (
    <Tabs.Tab value={value} className="cb-tab">
      {label} <span className="cb-chip-count">{count(n)}</span>
    </Tabs.Tab>
  );
}
