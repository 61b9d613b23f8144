/** What earlier reports say about the article at hand. */
import { useCallback, useEffect, useState } from 'react';
import type { Context } from '../../lib/library/schema';
import { askBackground, type PageState } from '../../lib/messages';
import { failureInWords } from '../../lib/ui-text/failure';

export type ArticleState = Extract<PageState, { status: 'article' }>;

export interface ContextView {
  value: Context | null;
  failure: string | null;
  /** Asks again: something that bears on it was decided. */
  refresh: () => void;
}

export function useContextOf({ article, saved }: ArticleState): ContextView {
  const [context, setContext] = useState<Omit<ContextView, 'refresh'>>({ value: null, failure: null });
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state's object is new on each answer, its text is not; a save may change what is kept
  useEffect(() => {
    let current = true;
    askBackground('context', { article }).then(
      (value) => current && setContext({ value, failure: null }),
      (error: unknown) => current && setContext({ value: null, failure: failureInWords(error) }),
    );
    return () => {
      current = false;
    };
  }, [article.canonicalUrl, article.text, saved?.version, asked]);
  const refresh = useCallback(() => setAsked((times) => times + 1), []);
  return { ...context, refresh };
}
