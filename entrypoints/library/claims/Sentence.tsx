import type { ReactNode } from 'react';
import { ClaimBadges } from '../../../components/claim/ClaimItem';
import type { ClaimRow, Note, Report } from '../../../lib/library';
import { countedOfInWords, keptSource, reportInWords } from '../../../lib/ui-text/claim';
import { quantityInWords } from '../../../lib/ui-text/quantity';
import { list } from '../../../lib/ui-text/text';
import { PrintSource } from '../PrintSource';
import { Own } from '../reports/ReportRow';
import { routeTo } from '../route';

export interface Told {
  row: ClaimRow;
  report: Report;
}

/** Numbers of one sentence are read together. */
export function bySentence(claims: readonly Told[]): Told[][] {
  const sentences: Told[][] = [];
  for (const one of claims) {
    const last = sentences.at(-1);
    const [first] = last ?? [];
    if (last && first?.row.reportId === one.row.reportId && first.row.sentenceStart === one.row.sentenceStart)
      last.push(one);
    else sentences.push([one]);
  }
  return sentences;
}

interface SentenceProps {
  told: Told[];
  noteOf?: (one: Told) => Note | undefined;
  /** Of the actors that sources stand for, by key. */
  names?: ReadonlyMap<string, string> | undefined;
}

/** A sentence with its numbers, who said them and where. */
export function Sentence({ told, noteOf, names }: SentenceProps) {
  const [first] = told;
  if (!first) return null;
  const { report } = first;
  const sources = [...new Set(told.map(({ row }) => keptSource(row.claim, row.source, row.sourceActors, names).text))];
  const notes = told.flatMap((one) => noteOf?.(one) ?? []);
  return (
    <>
      <h2 className="claim-heads">
        {told.map(({ row: { id, claim, sentence, sentenceStart } }) => (
          <span key={id} className="claim-head">
            <a href={routeTo(['report', report.id, claim.id])} className="claim-quantity">
              {quantityInWords(claim).text}
            </a>
            <span className="claim-of">{countedOfInWords(claim, sentence, sentenceStart)}</span>
            <ClaimBadges claim={claim} />
          </span>
        ))}
      </h2>
      <p className="claim-sentence" lang={report.language}>
        {marked(told.map(({ row }) => row))}
      </p>
      <p className="report-facts cb-small">
        <span>{list(sources)}</span>
        <span>{reportInWords(report)}</span>
      </p>
      <PrintSource report={report} />
      {notes.map((note) => (
        <Own key={note.id} note={note.note} tags={note.tags} view="claims" />
      ))}
    </>
  );
}

/** The sentence with its numbers marked. @param rows of one sentence, in the order of the text */
function marked(rows: ClaimRow[]): ReactNode[] {
  const [first] = rows;
  if (!first) return [];
  const { sentence, sentenceStart } = first;
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { id, claim } of rows) {
    const from = Math.max(claim.start - sentenceStart, at);
    const to = Math.max(claim.end - sentenceStart, from);
    parts.push(sentence.slice(at, from), <mark key={id}>{sentence.slice(from, to)}</mark>);
    at = to;
  }
  parts.push(sentence.slice(at));
  return parts;
}
