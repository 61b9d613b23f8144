import { listTags } from '../../../lib/library';
import { keepLive } from '../../../lib/library/kept-live';
import { useOptions } from '../list/choices';

const kept = keepLive(listTags);

/** Tags of reports, for the filters of lists. */
export const useTagsOfReports = (): string[] => useOptions(kept);
