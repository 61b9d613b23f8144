import { ChatBubbleIcon, CopyIcon, ExternalLinkIcon } from '@radix-ui/react-icons';
import { useState } from 'react';
import { addressOf, cite } from '../../../components/card/citation';
import { Button } from '../../../components/ui/Button';
import { Menu } from '../../../components/ui/Menu';
import { toast, toastFailure } from '../../../components/ui/Toasts';
import type { Claim } from '../../../lib/annotation';
import type { Note, Report, Version } from '../../../lib/library';
import { hostOf, patternOf } from '../../../lib/library/corrections';
import { outletOf, sourceOf } from '../../../lib/ui-text/claim';
import { momentInWords } from '../../../lib/ui-text/dates';
import { t } from '../../../lib/ui-text/text';
import { OwnFields } from '../notes/OwnFields';
import { correctWithUndo } from './correct';
import { NumberDialog } from './NumberDialog';

interface ClaimActionsProps {
  report: Report;
  version: Version;
  claim: Claim;
  note: Note | undefined;
}

/** What can be done with the chosen claim: note, cite, go to the original, correct. */
export function ClaimActions({ report, version, claim, note }: ClaimActionsProps) {
  const { annotation, text } = version;
  const [noting, setNoting] = useState(false);
  const [fixing, setFixing] = useState(false);
  const span = { start: claim.start, end: claim.end };
  const sentence = annotation.sentences.find(({ start, end }) => start <= claim.start && claim.start < end) ?? claim;
  const quote = text.slice(sentence.start, sentence.end);
  const words = text.slice(claim.start, claim.end);
  const elsewhere = { outlet: hostOf(report.canonicalUrl), words: patternOf(text, span) };
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
  const notClaim = (everywhere: boolean) =>
    void correctWithUndo(
      report.id,
      { kind: 'not-claim', span, elsewhere: everywhere },
      t('library.corrections.notClaim', { words }),
    );
  return (
    <>
      <div className="claim-actions">
        <Button kind="quiet" aria-expanded={noting} onClick={() => setNoting(!noting)}>
          <ChatBubbleIcon aria-hidden="true" /> {t('library.report.note')}
        </Button>
        <Menu
          kind="quiet"
          label={t('library.correct.title')}
          choices={[
            {
              id: 'number',
              title: t('library.correct.number'),
              line: t('library.correct.numberLine'),
              onChoose: () => setFixing(true),
            },
            {
              id: 'here',
              title: t('library.correct.notClaim'),
              line: t('library.correct.here'),
              onChoose: () => notClaim(false),
            },
            {
              id: 'elsewhere',
              title: t('library.correct.never'),
              line: t('library.corrections.inOutlet', elsewhere),
              onChoose: () => notClaim(true),
            },
          ]}
        />
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
      {(noting || note) && (
        <OwnFields on={{ kind: 'claim', reportId: report.id, span }} kept={note} autoFocus={noting && !note} />
      )}
      <NumberDialog
        open={fixing}
        claim={claim}
        words={words}
        elsewhere={t('library.corrections.inOutlet', elsewhere)}
        onClose={() => setFixing(false)}
        onKeep={(amount, everywhere) =>
          void correctWithUndo(
            report.id,
            { kind: 'wrong-number', span, ...amount, elsewhere: everywhere },
            t('library.correct.numberDone'),
          )
        }
      />
    </>
  );
}
