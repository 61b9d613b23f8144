/** The person's own words on something: tags and a note. */
import { ChatBubbleIcon } from '@radix-ui/react-icons';
import { useState } from 'react';
import { Button } from '../../../components/ui/Button';
import type { NoteChange } from '../../../lib/library/corrections/schema';
import { askBackground } from '../../../lib/messages';
import { t } from '../../../lib/ui-text/text';
import { NoteField } from './NoteField';
import { TagsField } from './TagsField';

const views = { claim: 'claims', actor: 'actors', story: 'stories' } as const;

interface OwnFieldsProps {
  on: Extract<NoteChange['on'], { kind: keyof typeof views }>;
  kept: { note: string; tags: string[] } | null | undefined;
  autoFocus?: boolean;
}

/** Note and tags on a claim, an actor or a story: a button until there is something to show. */
export function OwnFields({ on, kept, autoFocus = false }: OwnFieldsProps) {
  const [open, setOpen] = useState(autoFocus);
  if (!open && !kept)
    return (
      <div>
        <Button kind="quiet" className="own-open" onClick={() => setOpen(true)}>
          <ChatBubbleIcon aria-hidden="true" /> {t('library.own.add')}
        </Button>
      </div>
    );
  return (
    <div className="report-own-fields">
      <TagsField
        tags={kept?.tags ?? []}
        view={views[on.kind]}
        write={(tags) => askBackground('put-note', { on, tags })}
      />
      <NoteField
        of={JSON.stringify(on)}
        note={kept?.note ?? ''}
        label={t('library.report.note')}
        placeholder={t('library.report.notePlaceholder')}
        autoFocus={open && !kept}
        write={(note) => askBackground('put-note', { on, note })}
      />
    </div>
  );
}
