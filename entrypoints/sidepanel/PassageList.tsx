import type { Passage } from '../../lib/highlight/marks';
import { quoted, t } from '../../lib/ui-text/text';
import { moveWithArrows } from './arrow-keys';

interface PassageListProps {
  /** The article's. */
  text: string;
  passages: readonly Passage[];
  onShow: (start: number, end: number) => void;
}

/** What the person keeps of the article, each with what they wrote on it. */
export function PassageList({ text, passages, onShow }: PassageListProps) {
  return (
    <ul className="cb-list" aria-label={t('library.own.title')} onKeyDown={moveWithArrows}>
      {passages.map(({ id, start, end, note }) => (
        <li key={id}>
          <button type="button" className="row" onClick={() => onShow(start, end)}>
            <span className="cb-clamp-2" dir="auto">
              {quoted(text.slice(start, end))}
            </span>
            {note && <span className="cb-muted cb-small">{note}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
