/** What can wait for a list's rows: what fills its list boxes, the counts beside the views. */
import { createContext, useContext, useEffect, useState } from 'react';

const RowsShown = createContext(true);
export const RowsShownProvider = RowsShown.Provider;

/** Within a list: whether its rows have been painted. */
export const useRowsShown = (): boolean => useContext(RowsShown);

/** A page that shows no list must not wait for one. */
const patience = 500;

let anyShown = false;
const waiting = new Set<() => void>();

function tellAll() {
  anyShown = true;
  for (const tell of waiting) tell();
  waiting.clear();
}

/** Turns true when the rows that are `there` have been painted. */
export function usePainted(there: boolean): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    if (!there || painted) return;
    let timer = 0;
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => {
        setPainted(true);
        tellAll();
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [there, painted]);
  return painted;
}

/** Outside of lists: whether the page's first list has been painted. */
export function useFirstPaint(): boolean {
  const [shown, setShown] = useState(anyShown);
  useEffect(() => {
    if (anyShown) return setShown(true);
    const tell = () => setShown(true);
    waiting.add(tell);
    const timer = setTimeout(tell, patience);
    return () => {
      waiting.delete(tell);
      clearTimeout(timer);
    };
  }, []);
  return shown;
}
