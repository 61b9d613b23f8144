import { Cross2Icon } from '@radix-ui/react-icons';
import { useState } from 'react';
import { toastFailure } from '../../../components/ui/Toasts';
import { listTags, type Report } from '../../../lib/library';
import { useLive } from '../../../lib/library/live';
import { askBackground } from '../../../lib/messages';
import { t } from '../../../lib/ui-text/text';
import { routeTo } from '../route';

/** Tags of a report: Enter or a comma adds one, the cross takes it away. */
export function TagsField({ report }: { report: Report }) {
  const [typed, setTyped] = useState('');
  const known = useLive(listTags, []).value ?? [];
  const change = (tags: string[]) =>
    void askBackground('edit-report', { reportId: report.id, tags }).catch(toastFailure);
  const add = () => {
    const added = typed
      .split(',')
      .map((tag) => tag.trim().replace(/^#+/, ''))
      .filter(Boolean);
    setTyped('');
    if (added.length > 0) change([...new Set([...report.tags, ...added])]);
  };
  return (
    <div className="cb-field">
      <label className="cb-label" htmlFor="report-tags">
        {t('library.report.tags')}
      </label>
      <div className="tags">
        {report.tags.map((tag) => (
          <span key={tag} className="tag">
            <a href={routeTo(['reports'], { tag })}>#{tag}</a>
            <button
              type="button"
              aria-label={t('library.report.removeTag', { tag })}
              onClick={() => change(report.tags.filter((other) => other !== tag))}
            >
              <Cross2Icon aria-hidden="true" />
            </button>
          </span>
        ))}
        <input
          id="report-tags"
          list="known-tags"
          autoComplete="off"
          value={typed}
          placeholder={t('library.report.addTag')}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === ',') {
              event.preventDefault();
              add();
            } else if (event.key === 'Backspace' && !typed) change(report.tags.slice(0, -1));
          }}
        />
        <datalist id="known-tags">
          {known
            .filter((tag) => !report.tags.includes(tag))
            .map((tag) => (
              <option key={tag} value={tag} />
            ))}
        </datalist>
      </div>
    </div>
  );
}
