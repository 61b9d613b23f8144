import { memo } from 'react';
import type { Report } from '../../../lib/library';
import { outletOf } from '../../../lib/ui-text/claim';
import { dayInWords } from '../../../lib/ui-text/dates';
import { plural, t } from '../../../lib/ui-text/text';
import { routeTo } from '../route';

interface ReportRowProps {
  report: Report;
  selected: boolean;
  onSelect: (selected: boolean) => void;
}

export const ReportRow = memo(
  function ReportRow({ report, selected, onSelect }: ReportRowProps) {
    return (
      <article className="report-row" data-selected={selected}>
        <input
          type="checkbox"
          aria-label={t('library.reports.select', { title: report.title })}
          checked={selected}
          onChange={(event) => onSelect(event.target.checked)}
        />
        <div>
          <h2>
            <a href={routeTo(['report', report.id])}>{report.title}</a>
          </h2>
          <p className="report-facts cb-small">
            <span>{outletOf(report)}</span>
            <span>{dayInWords(report.publishedAt ?? report.firstSavedAt)}</span>
            <span>{plural('count.numbers', report.claimCount)}</span>
            {report.version > 1 && <span>{plural('library.report.versionCount', report.version)}</span>}
          </p>
          <p className="report-lead cb-clamp-2">{report.lead}</p>
          {(report.note || report.tags.length > 0) && (
            <p className="report-own cb-small">
              {report.tags.map((tag) => (
                <a key={tag} className="tag" href={routeTo(['reports'], { tag })}>
                  #{tag}
                </a>
              ))}
              {report.note && <span className="report-note">{report.note}</span>}
            </p>
          )}
        </div>
      </article>
    );
  },
  (before, after) => before.report === after.report && before.selected === after.selected,
);
