/** Profiles and senses as the library keeps them: one string each, since browsers clone deep rows slowly. */
import type { Profile } from './profile';
import type { Sense } from './sense';

export const packProfile = (profile: Profile): string => JSON.stringify(profile);
export const unpackProfile = (packed: string): Profile => JSON.parse(packed) as Profile;

const sets = ['at', 'of', 'details', 'near', 'sentence'] as const;

/** What a report's claims count. JSON knows no infinity: an open end is null. */
export function packSenses(senses: readonly Sense[]): string {
  return JSON.stringify(senses, (_, value: unknown) => (value instanceof Set ? [...value] : value));
}

export function unpackSenses(packed: string): Sense[] {
  const rows = JSON.parse(packed) as (Omit<Sense, 'range'> & { range: [number | null, number | null] | null })[];
  return rows.map(({ range, ...row }) => {
    const sense = {
      ...row,
      range: range && ([range[0] ?? Number.NEGATIVE_INFINITY, range[1] ?? Number.POSITIVE_INFINITY] as const),
    };
    for (const name of sets) sense[name] = new Set(sense[name]);
    return sense;
  });
}
