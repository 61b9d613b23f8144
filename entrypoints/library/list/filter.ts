/** The filters of a list as they stand in its address, and as the library understands them: the same names in every list. */
import { actorKindSchema, certaintySchema } from '../../../lib/annotation';
import type { SearchFilter } from '../../../lib/library';

/** Parameter by filter entry. */
const params = {
  siteName: 'outlet',
  tag: 'tag',
  actorKey: 'actor',
  from: 'from',
  to: 'to',
  storyId: 'story',
  unit: 'unit',
  min: 'min',
  max: 'max',
  certainty: 'certainty',
  source: 'source',
  sourceActor: 'said',
  actorKind: 'kind',
} as const satisfies Record<keyof SearchFilter, string>;

/** `on` is the list of notes' own: what they are written on. */
export type FilterParam = (typeof params)[keyof typeof params] | 'on';

export const filterParams: readonly FilterParam[] = [...Object.values(params), 'on'];

const number = (text: string | null) => (text?.trim() && Number.isFinite(Number(text)) ? Number(text) : undefined);

/** What is no filter, or no longer one, is passed over: links grow old. */
export function filterOf(from: URLSearchParams): SearchFilter {
  const filter: Record<string, unknown> = {};
  for (const [name, param] of Object.entries(params)) {
    const value = from.get(param);
    if (!value) continue;
    if (name === 'min' || name === 'max') {
      if (number(value) !== undefined) filter[name] = number(value);
    } else if (name === 'certainty') {
      if (certaintySchema.safeParse(value).success) filter[name] = value;
    } else if (name === 'actorKind') {
      if (actorKindSchema.safeParse(value).success) filter[name] = value;
    } else filter[name] = value;
  }
  return filter;
}

/** The address of a kept search. */
export function paramsOf(query: string, filter: SearchFilter): Record<string, string> {
  const entries = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined ? [] : [[params[name as keyof SearchFilter], String(value)] as const],
  );
  return Object.fromEntries([...(query ? [['q', query] as const] : []), ...entries]);
}

/** Parameters that take away the query and every filter. */
export const noFilter: Record<string, string> = Object.fromEntries(['q', ...filterParams].map((name) => [name, '']));
