import { Pencil1Icon } from '@radix-ui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { Button, IconButton } from '../../../components/ui/Button';
import { toast, toastFailure } from '../../../components/ui/Toasts';
import type { Story } from '../../../lib/library';
import { askBackground } from '../../../lib/messages';
import { t } from '../../../lib/ui-text/text';

async function rename({ id: storyId, name: before }: Story, name: string): Promise<void> {
  try {
    await askBackground('rename-story', { storyId, name });
    toast(t('library.story.renamed', { name: name.trim() }), () =>
      askBackground('rename-story', { storyId, name: before }),
    );
  } catch (error) {
    toastFailure(error);
  }
}

/** A story's name, which the person may change. */
export function StoryName({ story }: { story: Story }) {
  const [editing, setEditing] = useState(false);
  const [name, setName] = useState(story.name);
  const input = useRef<HTMLInputElement>(null);
  const pencil = useRef<HTMLButtonElement>(null);
  const opened = useRef(false);
  useEffect(() => {
    if (editing) input.current?.select();
    // Focus returns to where the edit began.
    else if (opened.current) pencil.current?.focus();
    opened.current = editing;
  }, [editing]);

  if (!editing)
    return (
      <div className="view-head story-name">
        <h1>
          {story.name}{' '}
          <IconButton
            ref={pencil}
            label={t('library.story.rename')}
            onClick={() => {
              setName(story.name);
              setEditing(true);
            }}
          >
            <Pencil1Icon aria-hidden="true" />
          </IconButton>
        </h1>
      </div>
    );
  return (
    <form
      className="view-head story-name"
      onSubmit={(event) => {
        event.preventDefault();
        setEditing(false);
        if (name.trim() && name.trim() !== story.name) void rename(story, name);
      }}
    >
      <input
        ref={input}
        className="cb-input"
        aria-label={t('library.story.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setEditing(false)}
      />
      <Button type="submit" kind="primary">
        {t('library.story.keepName')}
      </Button>
      <Button onClick={() => setEditing(false)}>{t('ui.cancel')}</Button>
    </form>
  );
}
