import { describe, expect, it } from 'vitest';
import { nounLemma, verbForms, verbLemma } from '../../../lib/language/lemma';

describe('lemmas', () => {
  it.each(
    `troops-troop countries-country people-people lives-life boxes-box houses-house heroes-hero crises-crisis women-woman tonnes-tonne
    series-series refugees-refugee witnesses-witness bus-bus analysts-analyst children-child feet-foot euros-euro percent-percent`
      .split(/\s+/)
      .map((pair) => pair.split('-') as [string, string]),
  )('noun %s -> %s', (form, lemma) => {
    expect(nounLemma(form)).toBe(lemma);
  });

  it.each(
    `planned-plan travelled-travel killed-kill included-include visited-visit agreed-agree fleeing-flee denied-deny sent-send was-be rose-rise
    offered-offer rescued-rescue dying-die goes-go issues-issue estimated-estimate needed-need doubled-double shot-shoot`
      .split(/\s+/)
      .map((pair) => pair.split('-') as [string, string]),
  )('verb %s -> %s', (form, lemma) => {
    expect(verbLemma(form)).toBe(lemma);
  });

  it('tells participles from past tenses where the form does', () => {
    expect([...verbForms('taken')]).toEqual(['participle']);
    expect([...verbForms('took')]).toEqual(['past']);
    expect([...verbForms('rising')]).toEqual(['ing']);
    expect(verbForms('killed').has('participle')).toBe(true);
  });
});
