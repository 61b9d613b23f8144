/** What an import would change, by what was chosen. */
import { Dialog } from '@base-ui/react/dialog';
import type { ImportPlan } from '../../../lib/export';
import type { BroughtResult } from '../../../lib/library/annotations';
import type { Said } from '../../../lib/said';
import { saidInWords } from '../../../lib/ui-text/failure';
import { named, plural, quoted, t } from '../../../lib/ui-text/text';

/** A list longer than this is read by nobody. */
const listed = 100;

export function LibraryPlan({ plan }: { plan: ImportPlan }) {
  return (
    <>
      <Dialog.Description render={<ul className="import-plan" />}>
        <li>{plural('library.import.added', plan.added)}</li>
        <li>{plural('library.import.updated', plan.updated)}</li>
        <li>{plural('library.import.unchanged', plan.unchanged)}</li>
      </Dialog.Description>
      {plan.conflicts.length > 0 && (
        <Details title={plural('library.import.conflicts', plan.conflicts.length)}>
          {plan.conflicts.map(({ title, kept, dropped }) => t('library.import.conflict', { title, kept, dropped }))}
        </Details>
      )}
    </>
  );
}

export function AnnotationsPlan({ result }: { result: BroughtResult }) {
  return (
    <>
      <Dialog.Description render={<ul className="import-plan" />}>
        <li>{plural('library.import.annotations', result.added)}</li>
        <li>{plural('library.import.annotationsThere', result.unchanged)}</li>
      </Dialog.Description>
      {result.unsaved.length > 0 && (
        <Details title={plural('library.import.unsaved', result.unsaved.length)}>
          {result.unsaved.map(({ source }) => source)}
        </Details>
      )}
      {result.missing.length > 0 && (
        <Details title={plural('library.import.missing', result.missing.length)}>
          {result.missing.map(({ title, exact }) => named(title, quoted(exact)))}
        </Details>
      )}
    </>
  );
}

export function PagesPlan({ articles, refused }: { articles: number; refused: { name: string; reason: Said }[] }) {
  return (
    <>
      <Dialog.Description render={<ul className="import-plan" />}>
        <li>{plural('library.import.pages', articles)}</li>
      </Dialog.Description>
      {refused.length > 0 && (
        <Details title={plural('library.import.refused', refused.length)}>
          {refused.map(({ name, reason }) => named(name, saidInWords(reason)))}
        </Details>
      )}
    </>
  );
}

function Details({ title, children }: { title: string; children: string[] }) {
  return (
    <details>
      <summary>{title}</summary>
      <ul className="import-plan cb-small">
        {[...new Set(children)].slice(0, listed).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
