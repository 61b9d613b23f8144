import { memo } from 'react';
import type { Report } from '../../../lib/library';
import { outletOf } from '../../../lib/ui-text/claim';
import { dayInWords } from '../../../lib/ui-text/dates';
import { plural } from '../../../lib/ui-text/text';
import { PrintSource } from '../PrintSource';
import { routeTo } from '../route';

export const ReportRow = memo(function ReportRow({ report }: { report: Report }) {
  return (
    <>
      <h2>
        <a href={routeTo(['report', report.id])}>{report.title}</a>
      </h2>
      <p className="report-facts cb-small">
        <span>{outletOf(report)}</span>
        <span>{dayInWords(report.publishedAt ?? report.firstSavedAt)}</span>
        <span>{plural('count.numbers', report.claimCount)}</span>
        {report.version > 1 && <span>{plural('library.report.versionCount', report.version)}</span>}
      </p>
      <PrintSource report={report} />
      <p className="report-lead cb-clamp-2">{report.lead}</p>
      {(report.note || report.tags.length > 0) && <Own note={report.note} tags={report.tags} view="reports" />}
    </>
  );
});

/** What the person added, on a row. */
export function Own({
  note,
  tags,
  view,
}: {
  note: string;
  tags: string[];
  view: 'reports' | 'stories' | 'claims' | 'actors';
}) {
  return (
    <p className="report-own cb-small">
      {tags.map((tag) => (
        <a key={tag} className="tag" href={routeTo([view], { tag })}>
          #{tag}
        </a>
      ))}
      {note && <span className="report-note">{note}</span>}
    </p>
  );
}
