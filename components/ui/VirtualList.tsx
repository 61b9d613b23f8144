import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

interface VirtualListProps<T> {
  items: readonly T[];
  keyOf: (item: T) => string;
  /** Rough height of a row in pixels; the true one is measured. */
  rowHeight: number;
  label: string;
  render: (item: T) => ReactNode;
}

/** A list of any length in a page that scrolls as a whole: only rows near the window exist, each says where it stands. */
export function VirtualList<T>({ items, keyOf, rowHeight, label, render }: VirtualListProps<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), []);
  const virtualizer = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: top,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
  });
  /** Arrow keys lead from row to row, as in any list: by Tab alone a long one has no end. */
  const walk = (event: KeyboardEvent<HTMLUListElement>) => {
    const from = (event.target as HTMLElement).closest('li[data-index]');
    const to = from && stepTo(event.key, Number(from.getAttribute('data-index')), items.length - 1);
    const typing =
      event.target instanceof HTMLElement && event.target.matches('input:not([type=checkbox]), textarea, select');
    if (to === null || typing || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const kind = (event.target as HTMLElement).matches('input') ? 'input' : 'a, button';
    virtualizer.scrollToIndex(to, { align: 'auto' });
    // A row far away exists only after the list has scrolled there.
    const focus = (tries: number) => {
      const row = list.current?.querySelector(`li[data-index="${to}"]`);
      const target = row?.querySelector<HTMLElement>(kind) ?? row?.querySelector<HTMLElement>('a, button, input');
      if (target) target.focus({ preventScroll: Math.abs(to - Number(from?.getAttribute('data-index'))) > 1 });
      else if (tries > 0) requestAnimationFrame(() => focus(tries - 1));
    };
    focus(20);
  };
  const printing = usePrinting();
  if (printing)
    return (
      <ul ref={list} className="cb-list" aria-label={label}>
        {items.slice(0, printedAtMost).map((item) => (
          <li key={keyOf(item)}>{render(item)}</li>
        ))}
      </ul>
    );
  return (
    <ul
      ref={list}
      className="cb-list cb-virtual"
      aria-label={label}
      style={{ position: 'relative', height: virtualizer.getTotalSize() }}
      onKeyDown={walk}
    >
      {virtualizer.getVirtualItems().map(({ index, key, start }) => {
        const item = items[index];
        return item === undefined ? null : (
          <Row
            key={key}
            item={item}
            render={render}
            index={index}
            of={items.length}
            y={start - top}
            measure={virtualizer.measureElement}
          />
        );
      })}
    </ul>
  );
}

interface RowProps<T> {
  item: T;
  render: (item: T) => ReactNode;
  index: number;
  of: number;
  /** Pixels from the top of the list. */
  y: number;
  measure: (row: HTMLLIElement | null) => void;
}

/** Rendered again only when something of it changes: scrolling moves the list, not its rows. */
const Row = memo(function Row<T>({ item, render, index, of, y, measure }: RowProps<T>) {
  return (
    <li
      ref={measure}
      data-index={index}
      aria-setsize={of}
      aria-posinset={index + 1}
      style={{ position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${y}px)` }}
    >
      {render(item)}
    </li>
  );
}) as <T>(props: RowProps<T>) => ReactNode;

/** Rows on paper: what is longer is exported, not printed. */
const printedAtMost = 1000;

/** On paper there is no window to scroll: all rows must be there before the page is drawn for it. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const start = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    addEventListener('beforeprint', start);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', start);
      removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}

function stepTo(key: string, from: number, last: number): number | null {
  const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: last }[key];
  return to === undefined ? null : Math.min(Math.max(to, 0), last);
}
