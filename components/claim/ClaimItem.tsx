import { ArrowDownIcon, ArrowUpIcon, MixIcon, PieChartIcon, PlusIcon } from '@radix-ui/react-icons';
import type { ComponentType, ReactNode } from 'react';
import type { Claim } from '../../lib/annotation';
import type { EarlierClaim, Relation } from '../../lib/library/schema';
import {
  certaintyExplained,
  certaintyInWords,
  comparisonInWords,
  countedOfInWords,
  type SourceWords,
} from '../../lib/ui-text/claim';
import { originInWords } from '../../lib/ui-text/origin';
import { quantityInWords } from '../../lib/ui-text/quantity';
import { plural, t } from '../../lib/ui-text/text';
import { whyInWords } from '../../lib/ui-text/why';
import { Badge } from '../ui/Chip';
import { EqualsIcon } from '../ui/icons';

interface ClaimItemProps {
  claim: Claim;
  /** The article's. */
  text: string;
  source: SourceWords;
  earlier?: EarlierClaim[];
  /** Where a click leads: to the place in the page or in the saved text. */
  onClick?: () => void;
  current?: boolean;
  /** Makes each comparison a link to the earlier claim. */
  hrefOf?: (earlier: EarlierClaim) => string;
  /** What can be done with the claim, below it. */
  children?: ReactNode;
}

const comparisonsShown = 2;

/** One claim in a list: how many, of what, who said it, how sure, and how it compares. */
export function ClaimItem({ claim, text, source, earlier = [], onClick, current, hrefOf, children }: ClaimItemProps) {
  const quantity = quantityInWords(claim);
  const described = countedOfInWords(claim, text);
  // Who counts themselves need not be named twice.
  const about = described === source.text ? null : described;
  const inside = (
    <>
      <span className="claim-head">
        <bdi className="claim-quantity">{quantity.text}</bdi>
        <ClaimBadges claim={claim} />
      </span>
      <span className="claim-line cb-small">
        {about && (
          <>
            {about}
            <span className="cb-muted"> · </span>
          </>
        )}
        <span className="cb-muted">{source.text}</span>
      </span>
    </>
  );
  return (
    <li className="claim">
      {onClick ? (
        <button type="button" className="row" onClick={onClick} aria-current={current || undefined}>
          {inside}
        </button>
      ) : (
        <div className="row">{inside}</div>
      )}
      {children}
      {earlier.length > 0 && <Comparisons earlier={earlier} hrefOf={hrefOf} full={current} />}
    </li>
  );
}

/** What a reader must know beside the number: only what is out of the ordinary. */
export function ClaimBadges({ claim }: { claim: Claim }) {
  return (
    <>
      {(claim.role === 'part' || claim.role === 'change') && <Badge>{t(`role.${claim.role}`)}</Badge>}
      {claim.certainty !== 'certain' && (
        <Badge tone={claim.certainty === 'denied' ? 'danger' : 'warn'} title={certaintyExplained(claim.certainty)}>
          {certaintyInWords(claim.certainty)}
        </Badge>
      )}
    </>
  );
}

const relationIcons: Record<Relation, ComponentType<{ 'aria-hidden': 'true' }>> = {
  same: EqualsIcon,
  overlaps: MixIcon,
  higher: ArrowUpIcon,
  lower: ArrowDownIcon,
  adds: PlusIcon,
  part_of: PieChartIcon,
};

interface ComparisonsProps {
  earlier: EarlierClaim[];
  hrefOf?: ((earlier: EarlierClaim) => string) | undefined;
  /** All of them, each with the reason why it is comparable. */
  full?: boolean | undefined;
}

export function Comparisons({ earlier, hrefOf, full }: ComparisonsProps) {
  const shown = full ? earlier : earlier.slice(0, comparisonsShown);
  return (
    <ul className="comparisons cb-list">
      {shown.map((one) => {
        const Icon = relationIcons[one.relation];
        const why = whyInWords(one);
        return (
          <li key={`${one.report.id}/${one.claim.id}`} title={why} data-relation={one.relation}>
            <Icon aria-hidden="true" />
            <span>
              {hrefOf ? <a href={hrefOf(one)}>{comparisonInWords(one)}</a> : comparisonInWords(one)}
              {/* A number told again by the same source is not confirmed by it. */}
              {one.origin.group === 0 && <span className="comparison-why">{originInWords(one.origin)}</span>}
              {full && why && <span className="comparison-why cb-muted">{why}</span>}
            </span>
          </li>
        );
      })}
      {earlier.length > shown.length && (
        <li className="cb-muted">{plural('comparison.more', earlier.length - shown.length)}</li>
      )}
    </ul>
  );
}
