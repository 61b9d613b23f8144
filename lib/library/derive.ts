/** The rows that follow from a report's newest version: never edited, rebuilt at will. */
import type { Annotation } from '../annotation';
import { actorKey } from '../crossref/actor-key';
import type { ActorRow, ClaimRow, Report, Version } from './rows';

const leadLength = 240;

/** The first sentences up to about `leadLength` characters, cut at a word. */
export function leadOf(text: string): string {
  const start = text
    .slice(0, leadLength * 2)
    .replace(/\s+/gu, ' ')
    .trim();
  if (start.length <= leadLength) return start;
  const cut = start.slice(0, leadLength);
  const sentence = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('? '), cut.lastIndexOf('! '));
  if (sentence > leadLength / 3) return cut.slice(0, sentence + 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), leadLength / 2))}…`;
}

export function actorsOf(annotation: Annotation): Omit<ActorRow, 'reports'>[] {
  const rows = new Map<string, Omit<ActorRow, 'reports'>>();
  for (const actor of annotation.actors) {
    const key = actorKey(actor);
    if (!rows.has(key)) rows.set(key, { key, name: actor.name, kind: actor.kind });
  }
  return [...rows.values()];
}

/** The sentence around an offset; a text without sentences counts as one. */
export function sentenceAt(version: Pick<Version, 'text' | 'annotation'>, offset: number) {
  const { sentences } = version.annotation;
  let [low, high] = [0, sentences.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const sentence = sentences[low];
  if (sentence && sentence.start <= offset && offset < sentence.end) return sentence;
  const start = version.text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const end = version.text.indexOf('\n', offset);
  return { start, end: end < 0 ? version.text.length : end };
}

export function claimRowsOf(
  report: Pick<Report, 'id' | 'publishedAt' | 'firstSavedAt'>,
  version: Pick<Version, 'text' | 'annotation'>,
): ClaimRow[] {
  const { claims, attributions, actors } = version.annotation;
  const byId = new Map(attributions.map((attribution) => [attribution.id, attribution]));
  const keys = new Map(actors.map((actor) => [actor.id, actorKey(actor)]));
  return claims.map((claim) => {
    const source = (claim.attribution !== null && byId.get(claim.attribution)?.source) || null;
    const sentence = sentenceAt(version, claim.start);
    return {
      id: `${report.id}/${claim.id}`,
      reportId: report.id,
      claim,
      sentence: version.text.slice(sentence.start, sentence.end),
      sentenceStart: sentence.start,
      source: source && version.text.slice(source.start, source.end),
      sourceActors: [...new Set(source?.actors.flatMap((id) => keys.get(id) ?? []) ?? [])],
      unit: claim.unit.name,
      reportedAt: (report.publishedAt ?? report.firstSavedAt).slice(0, 10),
    };
  });
}
