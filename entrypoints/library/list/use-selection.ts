import { useState } from 'react';

export interface Selection<T> {
  chosen: T[];
  has: (id: string) => boolean;
  /** With `range`, everything between the last choice and this one too. */
  toggle: (id: string, on: boolean, range: boolean) => void;
  all: () => void;
  clear: () => void;
}

/** What is marked of the rows that are shown; what is filtered away is not acted on. */
export function useSelection<T>(items: readonly T[], idOf: (item: T) => string): Selection<T> {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  return {
    chosen: ids.size === 0 ? [] : items.filter((item) => ids.has(idOf(item))),
    has: (id) => ids.has(id),
    toggle: (id, on, range) => {
      const order = range && last !== null ? items.map(idOf) : [];
      const [from, to] = [order.indexOf(last ?? ''), order.indexOf(id)].sort((a, b) => a - b);
      const meant = from !== undefined && to !== undefined && from >= 0 ? order.slice(from, to + 1) : [id];
      setIds((now) => {
        const next = new Set(now);
        for (const one of meant) {
          if (on) next.add(one);
          else next.delete(one);
        }
        return next;
      });
      setLast(id);
    },
    all: () => setIds(new Set(items.map(idOf))),
    clear: () => setIds(new Set()),
  };
}
