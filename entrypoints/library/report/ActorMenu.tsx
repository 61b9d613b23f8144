import { Dialog } from '@base-ui/react/dialog';
import { Menu } from '@base-ui/react/menu';
import { DotsHorizontalIcon } from '@radix-ui/react-icons';
import { useId, useState } from 'react';
import { Button } from '../../../components/ui/Button';
import type { Actor } from '../../../lib/annotation';
import { actorKey } from '../../../lib/crossref/actor-key';
import type { Report, Version } from '../../../lib/library';
import { t } from '../../../lib/ui-text/text';
import { correctWithUndo } from './correct';

interface ActorMenuProps {
  report: Report;
  version: Version;
  actor: Actor;
}

const offered = 12;

const keyed = (actor: Pick<Actor, 'kind' | 'name'>) => ({ key: actorKey(actor), name: actor.name });

/** Says who an actor is, or that it is none. */
export function ActorMenu({ report, version, actor }: ActorMenuProps) {
  const [words, setWords] = useState<string | null>(null);
  const { actors } = version.annotation;
  const others = actors.filter((other) => other !== actor && other.kind === actor.kind).slice(0, offered);
  const forms = [...new Set(actor.mentions.map(({ start, end }) => version.text.slice(start, end)))].slice(0, offered);
  const same = (other: Actor) =>
    void correctWithUndo(
      report.id,
      { kind: 'same-actor', actor: keyed(actor), as: keyed(other), elsewhere: true },
      t('library.corrections.sameActor', { one: actor.name, other: other.name }),
    );
  const none = () =>
    void correctWithUndo(
      report.id,
      { kind: 'not-actor', actor: keyed(actor), elsewhere: true },
      t('library.corrections.notActor', { name: actor.name }),
    );
  return (
    <>
      <Menu.Root>
        <Menu.Trigger className="actor-more" aria-label={t('library.correct.actor', { name: actor.name })}>
          <DotsHorizontalIcon aria-hidden="true" />
        </Menu.Trigger>
        <Menu.Portal container={document.querySelector('main')}>
          <Menu.Positioner className="cb-menu-place" sideOffset={4} align="end">
            <Menu.Popup className="cb-menu">
              <Menu.Item className="cb-menu-item" onClick={none}>
                {t('library.actor.notActor')}
              </Menu.Item>
              {forms.map((form) => (
                <Menu.Item key={form} className="cb-menu-item" onClick={() => setWords(form)}>
                  {t('library.correct.somebodyElse', { words: form })}
                </Menu.Item>
              ))}
              {others.length > 0 && (
                <Menu.Group>
                  <Menu.GroupLabel className="cb-menu-group cb-muted cb-small">
                    {t('library.correct.sameAs')}
                  </Menu.GroupLabel>
                  {others.map((other) => (
                    <Menu.Item key={other.id} className="cb-menu-item" onClick={() => same(other)}>
                      {other.name}
                    </Menu.Item>
                  ))}
                </Menu.Group>
              )}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <Dialog.Root open={words !== null} onOpenChange={(open) => !open && setWords(null)}>
        <Dialog.Portal>
          <Dialog.Backdrop className="cb-backdrop" />
          <Dialog.Popup className="cb-dialog">
            <Dialog.Title>{t('library.correct.whoTitle', { words: words ?? '' })}</Dialog.Title>
            {words !== null && (
              <WhoForm
                known={others.map(({ name }) => name)}
                // A family name alone is many people's; a full name is one person's, wherever it stands.
                whole={/\s/.test(words.trim())}
                onKeep={(name, elsewhere) => {
                  setWords(null);
                  void correctWithUndo(
                    report.id,
                    { kind: 'other-actor', actor: keyed(actor), words, as: keyed({ ...actor, name }), elsewhere },
                    t('library.corrections.otherActor', { one: words, other: name }),
                  );
                }}
              />
            )}
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </>
  );
}

function WhoForm({
  known,
  whole,
  onKeep,
}: {
  known: string[];
  whole: boolean;
  onKeep: (name: string, elsewhere: boolean) => void;
}) {
  const id = useId();
  const [name, setName] = useState('');
  const [elsewhere, setElsewhere] = useState(whole);
  return (
    <form
      className="dialog-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) onKeep(name.trim(), elsewhere);
      }}
    >
      <div className="cb-field">
        <label className="cb-label" htmlFor={id}>
          {t('library.correct.who')}
        </label>
        <input
          id={id}
          className="cb-input"
          list={`${id}-known`}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <datalist id={`${id}-known`}>
          {known.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </div>
      <label className="check">
        <input type="checkbox" checked={elsewhere} onChange={(event) => setElsewhere(event.target.checked)} />
        {t('library.correct.everyReport')}
      </label>
      <div className="cb-actions">
        <Dialog.Close render={<Button />}>{t('ui.cancel')}</Dialog.Close>
        <Button type="submit" kind="primary" disabled={!name.trim()}>
          {t('library.correct.keep')}
        </Button>
      </div>
    </form>
  );
}
