import { useState } from 'react';
import type { Report } from '../../../lib/library';
import type { StoryNumbers } from '../../../lib/library/story';
import { reportInWords } from '../../../lib/ui-text/claim';
import { plural, t } from '../../../lib/ui-text/text';
import { routeTo } from '../route';
import { MoveMenu } from './MoveMenu';

/** The story's reports in the order of time; copies of one text stand under the first that told it. Some can be split off. */
export function StoryReports({ story }: { story: StoryNumbers }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { reports, copies } = story;
  const moved = reports.filter(({ id }) => chosen.has(id));
  const toggle = (id: string, on: boolean) =>
    setChosen((now) => new Set(on ? [...now, id] : [...now].filter((other) => other !== id)));
  const row = (report: Report) => (
    <div className="story-report">
      <input
        type="checkbox"
        aria-label={t('library.list.select', { title: report.title })}
        checked={chosen.has(report.id)}
        onChange={(event) => toggle(report.id, event.target.checked)}
      />
      <a className="row" href={routeTo(['report', report.id])}>
        <span>{report.title}</span>
        <span className="cb-muted cb-small">{reportInWords(report)}</span>
      </a>
    </div>
  );
  return (
    <section className="counted">
      <div className="counted-head">
        <h2>{t('library.story.reports')}</h2>
        {moved.length > 0 && (
          <MoveMenu
            label={plural('library.story.moveSome', moved.length)}
            reports={moved}
            onMoved={() => setChosen(new Set())}
          />
        )}
      </div>
      <p className="cb-muted cb-small">{t('library.story.splitLine')}</p>
      <ol className="cb-list">
        {reports
          .filter(({ id }) => !copies.has(id))
          .map((report) => {
            const again = reports.filter(({ id }) => copies.get(id) === report.id);
            return (
              <li key={report.id}>
                {row(report)}
                {again.length > 0 && (
                  <div className="story-copies">
                    <p className="cb-small cb-muted">{plural('library.story.sameText', again.length)}</p>
                    <ol className="cb-list">
                      {again.map((copy) => (
                        <li key={copy.id}>{row(copy)}</li>
                      ))}
                    </ol>
                  </div>
                )}
              </li>
            );
          })}
      </ol>
    </section>
  );
}
