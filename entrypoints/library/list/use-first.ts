import { useEffect, useMemo, useState } from 'react';
import { type Live, useLive } from '../../../lib/library/live';

/** Milliseconds without another question: who types on needs only what is in sight. */
const calmAfter = 150;

/**
 * What a list shows: its first rows at once, and the rest when it is read. The rest is asked for only after the first have come:
 * the database answers in the order it is asked. Until the first rows of another question come the answer before stays.
 * @param asked what the question depends on, compared one by one
 * @returns `all` says whether the value is the whole answer
 */
export function useFirstThenAll<T>(
  first: () => Promise<T>,
  all: () => Promise<T>,
  asked: readonly unknown[],
): Live<T> & { all: boolean } {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it stands for what was asked
  const question = useMemo(() => ({}), asked);
  const some = useLive(async () => ({ question, value: await first() }), [question]);
  const there = some.error !== null || some.value?.question === question;
  const [calm, setCalm] = useState<object | null>(null);
  useEffect(() => {
    if (!there) return;
    const timer = setTimeout(() => setCalm(question), calmAfter);
    return () => clearTimeout(timer);
  }, [question, there]);
  const wanted = there && calm === question;
  const rest = useLive(async () => (wanted ? { question, value: await all() } : undefined), [question, wanted]);
  const whole = rest.value?.question === question;
  return {
    value: whole ? rest.value?.value : some.value?.value,
    error: rest.error ?? some.error,
    all: whole,
  };
}
