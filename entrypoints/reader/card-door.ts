/** The card as the page script sees it: asked for on the first opening, handed over inside the extension's own world. */
import type { CardRequest, OpenCard } from '../../components/card/port';
import { cardKey } from '../../components/card/port';
import { askForCard } from './ask';
import { failed } from './words';

function loaded(): OpenCard | null {
  const open = (globalThis as Record<symbol, unknown>)[cardKey];
  return typeof open === 'function' ? (open as OpenCard) : null;
}

let loading: Promise<void> | null = null;

/** Loads the card's code ahead of its opening. Failures show when it is opened. */
export function loadCard(): Promise<void> {
  if (loaded()) return Promise.resolve();
  loading ??= askForCard().finally(() => {
    loading = null;
  });
  return loading;
}

/**
 * @param wanted asked when the code has come: who walks on meanwhile is shown the later mark, not the earlier one over it
 * @returns closes the card; null when it is not wanted any more. Throws an Error for people when its code does not come.
 */
export async function openCard(request: CardRequest, wanted: () => boolean): Promise<{ close: () => void } | null> {
  if (!loaded()) await loadCard();
  if (!wanted()) return null;
  const open = loaded();
  if (!open) throw failed('reader.noCard');
  return open(request);
}
