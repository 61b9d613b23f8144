import { Cross2Icon } from '@radix-ui/react-icons';
import { useId, useState } from 'react';
import { toast, toastFailure } from '../../../components/ui/Toasts';
import { listTags } from '../../../lib/library';
import { useLive } from '../../../lib/library/live';
import { listNoteTags } from '../../../lib/library/notes/notes';
import { plural, t } from '../../../lib/ui-text/text';
import { usePainted } from '../list/rows-shown';
import { routeTo } from '../route';

interface TagsFieldProps {
  tags: string[];
  write: (tags: string[]) => Promise<unknown>;
  /** The list that a tag leads to. */
  view: 'reports' | 'stories' | 'claims' | 'actors';
}

/** Tags: Enter or a comma adds one, the cross takes it away. */
export function TagsField({ tags, write, view }: TagsFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  // They are offered while typing: nobody waits for them.
  const painted = usePainted(true);
  const onReports = useLive(async () => (painted ? await listTags() : []), [painted]).value ?? [];
  const onOthers = useLive(async () => (painted ? await listNoteTags() : []), [painted]).value ?? [];
  const known = [...new Set([...onReports, ...onOthers])].filter((tag) => !tags.includes(tag));
  const change = (next: string[]) =>
    void write(next).then(() => {
      // What was typed is seen; what was taken away may have been taken by mistake.
      if (next.length < tags.length) toast(plural('library.list.tagged', 1), () => write(tags));
    }, toastFailure);
  const add = () => {
    const added = typed
      .split(',')
      .map((tag) => tag.trim().replace(/^#+/, ''))
      .filter(Boolean);
    setTyped('');
    if (added.length > 0) change([...new Set([...tags, ...added])]);
  };
  return (
    <div className="cb-field">
      <label className="cb-label" htmlFor={id}>
        {t('library.report.tags')}
      </label>
      <div className="tags">
        {tags.map((tag) => (
          <span key={tag} className="tag">
            <a href={routeTo([view], { tag })}>#{tag}</a>
            <button
              type="button"
              aria-label={t('library.report.removeTag', { tag })}
              onClick={() => change(tags.filter((other) => other !== tag))}
            >
              <Cross2Icon aria-hidden="true" />
            </button>
          </span>
        ))}
        <input
          id={id}
          list={`${id}-known`}
          autoComplete="off"
          value={typed}
          placeholder={t('library.report.addTag')}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === ',') {
              event.preventDefault();
              add();
            } else if (event.key === 'Backspace' && !typed) change(tags.slice(0, -1));
          }}
        />
        <datalist id={`${id}-known`}>
          {known.map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
      </div>
    </div>
  );
}
