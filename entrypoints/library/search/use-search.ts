import { useEffect, useState } from 'react';
import type { SearchFilter } from '../../../lib/library';
import { type Found, readFound, type SearchAnswer, type SearchQuestion } from './search-messages';

/** One worker for the page's life, from the first list on: views come and go. */
let worker: Worker | null = null;

function getWorker(): Worker {
  worker ??= new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  return worker;
}

/**
 * What the index finds; null while nothing is asked, and until the first answer. The answer before stays until the next one
 * comes: a list that blinks at each letter is no help.
 */
export function useSearch(query: string, filter: SearchFilter): { asked: boolean; found: Found | null } {
  const [answer, setAnswer] = useState<{ filter: SearchFilter; found: Found } | null>(null);
  const wanted = query.trim();
  const narrowed = JSON.stringify(filter);
  const asked = wanted !== '' || narrowed !== '{}';
  useEffect(() => {
    // Started with the view, so that the index stands when the first letter is typed.
    const to = getWorker();
    const listen = ({ data }: MessageEvent<SearchAnswer>) => setAnswer({ filter: data.filter, found: readFound(data) });
    to.addEventListener('message', listen);
    return () => to.removeEventListener('message', listen);
  }, []);
  useEffect(() => {
    const question: SearchQuestion = { query: wanted, filter: JSON.parse(narrowed) };
    if (asked) getWorker().postMessage(question);
    else setAnswer(null);
  }, [asked, wanted, narrowed]);
  // Another list of this page may have asked something else: what narrows claims must be what was asked here.
  const fits = answer !== null && (JSON.stringify(answer.filter) === narrowed || narrowed === '{}');
  return { asked, found: asked && fits ? answer.found : null };
}
