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

/** @returns closes the card. Throws an Error for people when its code does not come. */
export async function openCard(request: CardRequest): Promise<{ close: () => void }> {
  if (!loaded()) await loadCard();
  const open = loaded();
  if (!open) throw failed('reader.noCard');
  return open(request);
}
