import type { Origin } from '../crossref/origin';
import { t } from './text';

/** Why a telling is no confirmation of an earlier one; null when it is one. */
export function originInWords({ same, who }: Pick<Origin, 'same' | 'who'>): string | null {
  if (same === 'copy') return t('origin.copy');
  if (same === 'source') return who ? t('origin.source', { who }) : t('origin.sameSource');
  return same === 'outlet' ? t('origin.outlet') : null;
}
