import { CopyIcon, ExternalLinkIcon } from '@radix-ui/react-icons';
import { addressOf, cite } from '../../../components/card/citation';
import { Button } from '../../../components/ui/Button';
import { toast, toastFailure } from '../../../components/ui/Toasts';
import type { Claim } from '../../../lib/annotation';
import type { Report, Version } from '../../../lib/library';
import { outletOf, sourceOf } from '../../../lib/ui-text/claim';
import { momentInWords } from '../../../lib/ui-text/dates';
import { t } from '../../../lib/ui-text/text';

/** What can be done with the chosen claim: cite its sentence, go to it in the original. */
export function ClaimActions({ report, version, claim }: { report: Report; version: Version; claim: Claim }) {
  const { annotation, text } = version;
  const sentence = annotation.sentences.find(({ start, end }) => start <= claim.start && claim.start < end) ?? claim;
  const quote = text.slice(sentence.start, sentence.end);
  const source = sourceOf(claim, annotation, text);
  const copy = () =>
    navigator.clipboard
      .writeText(
        cite(
          quote,
          source.kind === 'report' ? null : source.text,
          { ...report, text },
          outletOf(report),
          momentInWords(report.publishedAt),
        ),
      )
      .then(() => toast(t('library.report.copied')), toastFailure);
  return (
    <div className="claim-actions">
      <Button kind="quiet" onClick={copy}>
        <CopyIcon aria-hidden="true" /> {t('library.report.copy')}
      </Button>
      <a
        className="cb-button"
        data-kind="quiet"
        href={addressOf(report.url, quote)}
        target="_blank"
        rel="noreferrer noopener"
      >
        <ExternalLinkIcon aria-hidden="true" /> {t('library.report.inOriginal')}
      </a>
    </div>
  );
}
