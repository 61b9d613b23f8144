/** The person's corrections, made in the library or on the page at hand. */
import { annotate } from '../../lib/annotate';
import { getReport, LibraryError } from '../../lib/library';
import {
  addCorrection,
  type Change,
  type CorrectedText,
  correctionOf,
  type Place,
  type ReadNumber,
  readCorrected,
} from '../../lib/library/corrections';
import { getEngine, read } from './engine';

/** @returns the correction's id, after it was kept. @throws LibraryError; nothing was changed then */
export async function correctArticle(place: Place, change: Change): Promise<string> {
  const { article, annotation } = await articleAt(place);
  const engine = change.kind === 'mark' && change.as === 'claim' && !change.amount ? await getEngine() : null;
  const readNumber: ReadNumber = (text) =>
    engine
      ? (annotate({ title: '', text, publishedAt: null }, engine).claims.find(({ salience }) => salience === 'major') ??
        annotate({ title: '', text, publishedAt: null }, engine).claims[0] ??
        null)
      : null;
  return addCorrection(correctionOf(article, annotation, change, readNumber));
}

async function articleAt(place: Place) {
  if ('article' in place) {
    const { annotation } = await read(place.article);
    const article: CorrectedText = place.article;
    return { article, annotation: await readCorrected(article, annotation) };
  }
  const found = await getReport(place.reportId);
  if (!found)
    throw new LibraryError('missing', [
      'failure.doing.keepCorrection',
      'failure.gone.report',
      'failure.gone.bringBack',
    ]);
  const article: CorrectedText = { canonicalUrl: found.report.canonicalUrl, text: found.version.text };
  return { article, annotation: found.version.annotation };
}
