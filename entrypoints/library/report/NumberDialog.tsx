import { Dialog } from '@base-ui/react/dialog';
import { useId, useState } from 'react';
import { Button } from '../../../components/ui/Button';
import { type Claim, type Modifier, modifierSchema } from '../../../lib/annotation';
import { hedgeInWords, quantityInWords } from '../../../lib/ui-text/quantity';
import { t } from '../../../lib/ui-text/text';
import { readAmount, writeNumber } from './amount';

type Amount = Pick<Claim, 'quantity' | 'unit'>;

interface NumberDialogProps {
  open: boolean;
  claim: Claim;
  /** As it stands in the text. */
  words: string;
  /** Where else it would hold, said for the check box. */
  elsewhere: string;
  onKeep: (amount: Amount, elsewhere: boolean) => void;
  onClose: () => void;
}

/** Asks which number a passage means. */
export function NumberDialog({ open, claim, words, elsewhere, onKeep, onClose }: NumberDialogProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="cb-backdrop" />
        <Dialog.Popup className="cb-dialog">
          <Dialog.Title>{t('library.correct.numberTitle', { words })}</Dialog.Title>
          <NumberForm
            claim={claim}
            elsewhere={elsewhere}
            onKeep={(amount, everywhere) => {
              onKeep(amount, everywhere);
              onClose();
            }}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function NumberForm({ claim, elsewhere, onKeep }: Pick<NumberDialogProps, 'claim' | 'elsewhere' | 'onKeep'>) {
  const { low, high, modifier } = claim.quantity;
  const [from, setFrom] = useState(low === null ? '' : writeNumber(low));
  const [to, setTo] = useState(high === null || high === low ? '' : writeNumber(high));
  const [hedge, setHedge] = useState<Modifier>(modifier);
  const [unit, setUnit] = useState(claim.unit.text || claim.unit.name);
  const [everywhere, setEverywhere] = useState(false);
  const amount = readAmount({ from, to, hedge, unit }, claim);
  const id = useId();
  return (
    <form
      className="dialog-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (amount) onKeep(amount, everywhere);
      }}
    >
      <div className="number-fields">
        <div className="cb-field">
          <label className="cb-label" htmlFor={`${id}-hedge`}>
            {t('library.correct.hedge')}
          </label>
          <select
            id={`${id}-hedge`}
            className="cb-input"
            value={hedge}
            onChange={(event) => setHedge(modifierSchema.parse(event.target.value))}
          >
            {modifierSchema.options.map((one) => (
              <option key={one} value={one}>
                {hedgeInWords(one) ?? t('library.correct.exact')}
              </option>
            ))}
          </select>
        </div>
        <Text id={`${id}-from`} label={t('library.correct.from')} value={from} onChange={setFrom} numeric />
        <Text id={`${id}-to`} label={t('library.correct.to')} value={to} onChange={setTo} numeric />
        <Text id={`${id}-unit`} label={t('library.correct.unit')} value={unit} onChange={setUnit} />
      </div>
      <p role="status" className="cb-small">
        {amount
          ? t('library.correct.reads', { words: quantityInWords({ ...claim, ...amount }).text })
          : t('library.correct.noNumber')}
      </p>
      <label className="check">
        <input type="checkbox" checked={everywhere} onChange={(event) => setEverywhere(event.target.checked)} />
        {elsewhere}
      </label>
      <div className="cb-actions">
        <Dialog.Close render={<Button />}>{t('ui.cancel')}</Dialog.Close>
        <Button type="submit" kind="primary" disabled={!amount}>
          {t('library.correct.keep')}
        </Button>
      </div>
    </form>
  );
}

function Text({
  id,
  label,
  value,
  onChange,
  numeric = false,
}: {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  numeric?: boolean;
}) {
  return (
    <div className="cb-field">
      <label className="cb-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="cb-input"
        type="text"
        autoComplete="off"
        inputMode={numeric ? 'decimal' : 'text'}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
