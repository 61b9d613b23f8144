import { useEffect, useState } from 'react';

/** True once the page has nothing better to do: what fills a list box can wait for the rows. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    const asked = requestIdleCallback(() => setIdle(true), { timeout: 1000 });
    return () => cancelIdleCallback(asked);
  }, []);
  return idle;
}
