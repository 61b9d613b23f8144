import { Cross2Icon, PlusIcon } from '@radix-ui/react-icons';
import type { ReactNode } from 'react';
import { listTags } from '../../../lib/library';
import { useLive } from '../../../lib/library/live';
import { listNoteTags } from '../../../lib/library/notes/notes';
import { t } from '../../../lib/ui-text/text';
import { NamingDialog } from './NamingDialog';

interface TagDialogProps {
  /** Tags that some of the chosen things have: they can be taken away. */
  tags: string[];
  onAdd: (tag: string) => void;
  onRemove: (tag: string) => void;
}

/** More tags than these are found by typing. */
const shown = 24;

/** Gives many things a tag, or takes one away. */
export function TagDialog({ tags, onAdd, onRemove }: TagDialogProps) {
  const onReports = useLive(listTags, []).value ?? [];
  const onOthers = useLive(listNoteTags, []).value ?? [];
  const known = [...new Set([...onReports, ...onOthers])].filter((tag) => !tags.includes(tag)).slice(0, shown);
  return (
    <NamingDialog
      trigger={
        <>
          <span aria-hidden="true">#</span> {t('library.list.tag')}
        </>
      }
      title={t('library.list.tagTitle')}
      label={t('library.list.newTag')}
      submit={t('library.list.addTag')}
      onSubmit={(typed) => onAdd(typed.replace(/^#+/, ''))}
    >
      {(close) => {
        const then = (act: (tag: string) => void) => (tag: string) => {
          close();
          act(tag);
        };
        return (
          <>
            <TagButtons
              tags={known}
              label={t('library.list.knownTags')}
              icon={<PlusIcon aria-hidden="true" />}
              onChoose={then(onAdd)}
            />
            {tags.length > 0 && <h3>{t('library.list.tagsThere')}</h3>}
            <TagButtons
              tags={tags}
              label={t('library.list.tagsThere')}
              icon={<Cross2Icon aria-hidden="true" />}
              nameOf={(tag) => t('library.report.removeTag', { tag })}
              onChoose={then(onRemove)}
            />
          </>
        );
      }}
    </NamingDialog>
  );
}

interface TagButtonsProps {
  tags: readonly string[];
  label: string;
  icon: ReactNode;
  /** What a button says beyond the tag. */
  nameOf?: (tag: string) => string;
  onChoose: (tag: string) => void;
}

function TagButtons({ tags, label, icon, nameOf, onChoose }: TagButtonsProps) {
  if (tags.length === 0) return null;
  return (
    <ul className="cb-list chips" aria-label={label}>
      {tags.map((tag) => (
        <li key={tag}>
          <button type="button" className="cb-chip" aria-label={nameOf?.(tag)} onClick={() => onChoose(tag)}>
            {icon}
            <span>{tag}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
