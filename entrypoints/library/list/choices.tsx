/** The filters that several lists have. What fills them is read after the list's rows. */
import { certaintySchema } from '../../../lib/annotation';
import { listSites } from '../../../lib/library';
import { listUnits } from '../../../lib/library/claims-list';
import { type KeptLive, keepLive } from '../../../lib/library/kept-live';
import { certaintyInWords } from '../../../lib/ui-text/claim';
import { t } from '../../../lib/ui-text/text';
import { Choice } from './fields';
import { useRowsShown } from './rows-shown';
import { notYet, useKept } from './use-kept';

interface Params {
  params: URLSearchParams;
}

const same = (words: readonly string[]): [string, string][] => words.filter(Boolean).map((word) => [word, word]);

const outletsKept = keepLive(listSites);
const unitsKept = keepLive(listUnits);

/** What a list box is filled with: nothing until the rows are there. */
export function useOptions<T>(kept: KeptLive<T[]>): T[] {
  const shown = useRowsShown() || kept.now().value !== undefined;
  return useKept(shown ? kept : notYet<T[]>()).value ?? [];
}

export function OutletChoice({ params }: Params) {
  const outlets = useOptions(outletsKept);
  return (
    <Choice
      param="outlet"
      params={params}
      label={t('library.filters.outlet')}
      any={t('library.filters.anyOutlet')}
      options={same(outlets)}
    />
  );
}

export function TagChoice({ params, tags }: Params & { tags: readonly string[] }) {
  return (
    <Choice
      param="tag"
      params={params}
      label={t('library.filters.tag')}
      any={t('library.filters.anyTag')}
      options={same(tags)}
    />
  );
}

export function UnitChoice({ params }: Params) {
  const units = useOptions(unitsKept);
  return (
    <Choice
      param="unit"
      params={params}
      label={t('library.filters.unit')}
      any={t('library.filters.anyUnit')}
      options={same(units)}
    />
  );
}

export function CertaintyChoice({ params }: Params) {
  return (
    <Choice
      param="certainty"
      params={params}
      label={t('library.filters.certainty')}
      any={t('library.filters.anyCertainty')}
      options={certaintySchema.options.map((one) => [one, certaintyInWords(one)])}
    />
  );
}
