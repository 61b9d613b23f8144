import { ChevronLeftIcon, ChevronRightIcon, Cross2Icon } from '@radix-ui/react-icons';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { quantityInWords } from '../../lib/ui-text/quantity';
import { count as inDigits, t } from '../../lib/ui-text/text';
import { IconButton } from '../ui/Button';
import { ActorCard } from './ActorCard';
import { ClaimCard } from './ClaimCard';
import { Footer } from './Footer';
import { PassageCard } from './PassageCard';
import type { CardRequest } from './port';

const focusable = 'a[href],button:not(:disabled),textarea,[tabindex="0"]';

/** The card beside a mark: a dialog that does not block the page. */
export function Card({ request, close }: { request: CardRequest; close: () => void }) {
  const { mark, annotation, passage, position, count, walk } = request;
  const dialog = useRef<HTMLDivElement>(null);
  const claim = annotation.claims.find(({ id }) => (mark.kind === 'claim' || mark.kind === 'minor') && id === mark.id);
  const actor = annotation.actors.find(({ id }) => mark.kind === 'actor' && id === mark.id);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every opening at another mark takes the focus anew
  useEffect(() => {
    dialog.current?.focus({ preventScroll: true });
    dialog.current?.querySelector('.card-body')?.scrollTo(0, 0);
  }, [request]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    // What is typed in the card is no shortcut of the page's.
    event.stopPropagation();
    if (event.key === 'Escape') close();
    else if (event.target instanceof HTMLTextAreaElement && event.key !== 'Tab') return;
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft')
      walk(event.key === 'ArrowRight' ? 'next' : 'previous');
    else if (event.key === 'Tab') keepInside(event);
    else return;
    if (event.key !== 'Tab') event.preventDefault();
  }

  /** Tab goes round inside: behind the card's last button lies the whole page's end. */
  function keepInside(event: KeyboardEvent) {
    const all = [...(dialog.current?.querySelectorAll<HTMLElement>(focusable) ?? [])];
    const root = dialog.current?.getRootNode() as ShadowRoot | undefined;
    const [first, last] = [all[0], all.at(-1)];
    const at = root?.activeElement;
    if (event.shiftKey ? at === first || at === dialog.current : at === last) {
      (event.shiftKey ? last : first)?.focus();
      event.preventDefault();
    }
  }

  const name = claim ? quantityInWords(claim).text : (actor?.name ?? t('card.passage'));
  return (
    <div
      ref={dialog}
      className="cb-root card"
      role="dialog"
      aria-labelledby="card-name"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      data-by-keyboard={request.byKeyboard || undefined}
    >
      <div className="card-head">
        <p className="card-place cb-small cb-muted" role="status">
          <span className="cb-hidden">{name}. </span>
          {position > 0 && t('card.position', { position: inDigits(position), count: inDigits(count) })}
        </p>
        <IconButton label={t('card.previous')} onClick={() => walk('previous')}>
          <ChevronLeftIcon aria-hidden="true" data-along />
        </IconButton>
        <IconButton label={t('card.next')} onClick={() => walk('next')}>
          <ChevronRightIcon aria-hidden="true" data-along />
        </IconButton>
        <IconButton label={t('card.close')} onClick={close}>
          <Cross2Icon aria-hidden="true" />
        </IconButton>
      </div>
      <div className="card-body">
        {claim && <ClaimCard request={request} claim={claim} />}
        {actor && <ActorCard request={request} actor={actor} />}
        {passage && <PassageCard key={passage.id} request={request} passage={passage} />}
      </div>
      <Footer request={request} claim={claim ?? null} />
    </div>
  );
}
