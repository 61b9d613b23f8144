import { Link2Icon } from '@radix-ui/react-icons';
import { Button } from '../../../components/ui/Button';
import { toast, toastFailure } from '../../../components/ui/Toasts';
import { type ActorRow, listReports } from '../../../lib/library';
import { askBackground } from '../../../lib/messages';
import { list, t } from '../../../lib/ui-text/text';

/** Says that the chosen names are one actor, by the name that most reports use; in every report, also later ones. */
export function SameActorButton({ actors, onDone }: { actors: ActorRow[]; onDone: () => void }) {
  const join = async () => {
    const [kept, ...others] = [...actors].sort((a, b) => b.reports - a.reports);
    if (!kept) return;
    const made: string[] = [];
    for (const { key, name } of others) {
      const [report] = await listReports({ actorKey: key });
      if (!report) continue;
      const change = {
        kind: 'same-actor' as const,
        actor: { key, name },
        as: { key: kept.key, name: kept.name },
        elsewhere: true,
      };
      made.push((await askBackground('correct', { place: { reportId: report.id }, change })).id);
    }
    onDone();
    toast(
      t('library.corrections.joined', { names: list(others.map(({ name }) => name)), name: kept.name }),
      async () => {
        for (const id of made) await askBackground('revoke-correction', { id, revoked: true });
      },
    );
  };
  return (
    <Button kind="quiet" onClick={() => void join().catch(toastFailure)}>
      <Link2Icon aria-hidden="true" /> {t('library.actors.same')}
    </Button>
  );
}
