/** What went wrong, in the language of the interface. */
import { type Said, saidOf } from '../said';
import { fill, messageNamed } from './language';

const nameOf = (key: string) => key.replaceAll('.', '_');

function sentence({ key, values = {} }: Said[number]): string {
  // From another version of Claimbook, which knew a failure that this one has no words for.
  const message = messageNamed(nameOf(key)) || messageNamed('reader_failed');
  return fill(message, values);
}

/** Sentences one after the other, as the language sets them. */
export function saidInWords(said: Said): string {
  return said.map(sentence).reduce((first, second) => sentence({ key: 'failure.then', values: { first, second } }));
}

/** @param error whatever was thrown; what is no failure of ours is said to be unexpected, with its own words as the detail */
export const failureInWords = (error: unknown): string => saidInWords(saidOf(error));
