/** Units of numbers that stand alone: "5, 10 and 15 per cent", "rose to 93", "at least 100 had died", "5,775 of them". */
import type { Cell } from './cells';
import { isPluralNoun, lemmaOfNoun } from './lemma';
import { nameOf } from './nounphrase';
import type { Quantity } from './quantity';
import { isReachVerb, isTrendVerb } from './trends';

/** What was counted in the sentences before. */
export interface Memory {
  /** The people counted last, by the head of their noun phrase: "soldier". */
  people: string;
  /** What was counted last. */
  counted: string;
  sentencesSince: number;
}

export const newMemory = (): Memory => ({ people: '', counted: '', sentencesSince: 0 });

const personWords = new Set([
  'people',
  'soldier',
  'troop',
  'man',
  'woman',
  'child',
  'resident',
  'civilian',
  'fighter',
  'officer',
  'employee',
  'worker',
  'student',
  'patient',
  'passenger',
  'migrant',
  'refugee',
  'prisoner',
  'hostage',
  'victim',
  'casualty',
  'survivor',
  'protester',
  'demonstrator',
  'voter',
  'customer',
  'user',
  'member',
  'officer',
  'labourer',
  'laborer',
  'personnel',
  'staff',
  'citizen',
  'national',
  'militant',
  'rebel',
  'pilgrim',
  'tourist',
  'boy',
  'girl',
  'pensioner',
  'teacher',
  'doctor',
  'nurse',
  'journalist',
  'policeman',
  'person',
  'recruit',
  'conscript',
  'infection',
  'case',
  'death',
  'dead',
  'injured',
  'wounded',
  'family',
  'household',
  'detainee',
  'evacuee',
  'villager',
  'guest',
  'visitor',
  'spectator',
  'fan',
  'athlete',
  'player',
  'rescuer',
  'volunteer',
  'firefighter',
  'crew',
  'sailor',
  'marine',
  'guard',
]);
const outcomeUnits = new Set([
  'dead',
  'death',
  'injured',
  'wounded',
  'casualty',
  'victim',
  'injury',
  'fatality',
  'killed',
  'missing',
  'life',
]);
const fates = new Set([
  'died',
  'die',
  'dead',
  'killed',
  'injured',
  'wounded',
  'hurt',
  'missing',
  'displaced',
  'homeless',
  'hospitalised',
  'hospitalized',
  'arrested',
  'detained',
  'evacuated',
  'rescued',
  'trapped',
  'infected',
  'drowned',
  'buried',
  'perished',
  'fled',
  'survived',
  'deployed',
  'sent',
  'captured',
  'attended',
  'gathered',
  'marched',
  'voted',
  'sickened',
  'treated',
  'lost',
  'freed',
  'released',
  'charged',
  'employed',
  'unemployed',
  'laid',
]);
const comparators = new Set([
  'against',
  'with',
  'to',
  'than',
  'from',
  'versus',
  'vs',
  'vs.',
  'and',
  'or',
  'but',
  ',',
  'past',
]);
const tolls: Record<string, string> = {
  toll: 'death',
  tolls: 'death',
  deaths: 'death',
  fatalities: 'fatality',
  casualties: 'casualty',
  dead: 'dead',
  injured: 'injured',
  wounded: 'wounded',
  missing: 'missing',
};
const linking = new Set([
  'is',
  'was',
  'are',
  'were',
  'be',
  'been',
  'stands',
  'stood',
  'stand',
  'at',
  'to',
  'reached',
  'reach',
  'hit',
  'passed',
  'pass',
  'topped',
  'surpassed',
  'exceeded',
  'as',
  'put',
  'totalled',
  'totaled',
  'of',
  'now',
  'risen',
  'rose',
  'rise',
  'climbed',
  'climb',
  'grown',
  'grew',
  'had',
  'has',
  'have',
  'might',
  'could',
  'may',
  'would',
  'will',
  'there',
  'by',
  'already',
  'since',
  'also',
  'then',
  'still',
]);

/** Units that a bare number never takes over from its neighbour. */
const isLoan = (quantity: Quantity): boolean =>
  quantity.unit.name !== '' && !quantity.age && quantity.unit.kind !== 'duration' && quantity.unit.name !== 'count';

const headOf = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);

/** Words of the clause's verb between subject and number. */
const reaches = (word: Cell): boolean =>
  isReachVerb(word.lower) ||
  isTrendVerb(word.lower) ||
  /^(?:stood|stands|stand|at|totalled|totaled|put|is|was|were|are)$/.test(word.lower);

/** What a number that a subject reaches counts: "Casualties had risen to 4,700", "the number of victims might pass 50,000". */
function fromSubject(cells: readonly Cell[], quantity: Quantity): string {
  let reached = false;
  const governed =
    cells[quantity.first - 1]?.lower === 'of' && tolls[cells[quantity.first - 2]?.lower ?? ''] === undefined;
  if (governed) return '';
  for (let index = quantity.amount.first - 1; index >= Math.max(0, quantity.amount.first - 14); index--) {
    const cell = cells[index];
    if (cell === undefined) return '';
    const { lower } = cell;
    if (reaches(cell)) reached = true;
    if (lower === 'magnitude') return 'magnitude';
    const toll = tolls[lower];
    if (toll !== undefined && cells[index - 1]?.lower !== 'of') return toll;
    if (cell.pos === 'NOUN' || toll !== undefined) {
      // "the number left homeless"
      const numbered = /^(?:number|tally|total|count|figure)$/;
      if (
        fates.has(lower) &&
        (numbered.test(cells[index - 1]?.lower ?? '') ||
          (cells[index - 1]?.pos === 'VERB' && numbered.test(cells[index - 2]?.lower ?? '')))
      )
        return 'people';
      const opener = prepositionBefore(cells, index);
      if (opener >= 0) {
        if (
          cells[opener]?.lower === 'of' &&
          /^(?:number|numbers|total|tally|count)$/.test(cells[opener - 1]?.lower ?? '')
        )
          return lemmaOfNoun(lower);
        index = opener;
        continue;
      }
      if (/^(?:number|tally|total|count|figure)$/.test(lower))
        return fates.has(cells[index + 1]?.lower ?? '') || fates.has(cells[index + 2]?.lower ?? '') ? 'people' : '';
      return reached && isPluralNoun(lower) ? lemmaOfNoun(lower) : '';
    }
    if (cell.pos === 'PUNCT' && lower !== '-') return '';
    if (!linking.has(lower) && !/^(?:VERB|AUX|ADV|ADP|DET|PROPN|ADJ|PART)$/.test(cell.pos)) return '';
  }
  return '';
}

/** Index of the preposition that opens the noun phrase around `at`, or -1. */
function prepositionBefore(cells: readonly Cell[], at: number): number {
  for (let index = at - 1; index >= Math.max(0, at - 4); index--) {
    const cell = cells[index];
    if (cell === undefined) return -1;
    if (cell.pos === 'ADP') return index;
    if (!/^(?:DET|ADJ|NOUN|PROPN|PART|PRON)$/.test(cell.pos)) return -1;
  }
  return -1;
}

/** "5,775 of them": the plural noun phrase that stands before, nearest first. */
function fromAntecedent(cells: readonly Cell[], quantity: Quantity): string {
  for (let index = quantity.first - 1; index >= Math.max(0, quantity.first - 25); index--) {
    const cell = cells[index];
    if (cell?.pos !== 'NOUN' || !isPluralNoun(cell.lower)) continue;
    let first = index;
    while (
      first > 0 &&
      (cells[first - 1]?.pos === 'ADJ' ||
        (cells[first - 1]?.pos === 'VERB' && /(?:ed|en)$/.test(cells[first - 1]?.lower ?? '')))
    )
      first--;
    return nameOf(cells, first, index);
  }
  return '';
}

/** Who a number without noun counts, by the predicate: "at least 100 had died", "roughly 18,400 who lived there". */
function fromPredicate(cells: readonly Cell[], quantity: Quantity, memory: Memory): string {
  const next = cells[quantity.end];
  if (next === undefined) return '';
  const relative = next.lower === 'who' || next.lower === 'whom';
  let fate = relative;
  let verbal = next.pos === 'VERB' || next.pos === 'AUX' || relative || next.lower === 'to';
  for (let index = quantity.end; index < quantity.end + 8 && !fate; index++) {
    const cell = cells[index];
    if (cell === undefined || (cell.pos === 'PUNCT' && cell.lower !== '"')) break;
    if (fates.has(cell.lower)) fate = verbal || index === quantity.end;
    if (cell.pos === 'VERB' || cell.pos === 'AUX') verbal = true;
    else if (cell.pos !== 'ADV' && cell.pos !== 'PART' && cell.pos !== 'CCONJ' && cell.pos !== 'ADJ') break;
  }
  const before = cells[quantity.first - 1];
  if (!fate && before !== undefined && before.pos === 'VERB' && fates.has(before.lower)) fate = true;
  if (!fate && !verbal) return '';
  const known = memory.sentencesSince <= 10 ? memory.people : '';
  if (fate) return known === '' || outcomeUnits.has(known) ? 'people' : known;
  return known;
}

function loanFrom(
  cells: readonly Cell[],
  quantity: Quantity,
  index: number,
  quantities: readonly Quantity[],
): { name: string; kind: Quantity['unit']['kind'] } | null {
  // The number's own list first: "5, 10 and 15 per cent".
  const next = quantities[index + 1];
  if (
    next !== undefined &&
    isLoan(next) &&
    isListGap(cells, quantity.end, next.first, next.amount.shared) &&
    quantity.amount.numeral.form !== 'fraction' &&
    (next.counted === null || next.counted.attributive || next.counted.part === 'none')
  ) {
    return { name: next.unit.name, kind: next.unit.kind };
  }
  for (let back = index - 1; back >= Math.max(0, index - 3); back--) {
    const earlier = quantities[back];
    if (earlier === undefined || !isLoan(earlier)) continue;
    const gap = quantity.first - earlier.end;
    const connector = cells[quantity.first - 1]?.lower ?? '';
    const level = quantity.trend?.level === true && quantity.trend.kind !== 'origin';
    const points = earlier.unit.name === 'point';
    if (earlier.unit.kind === 'percent') {
      const both =
        quantity.trend !== null &&
        earlier.trend !== null &&
        quantity.trend.level === earlier.trend.level &&
        quantity.low < 100;
      if (
        both ||
        (comparators.has(connector) &&
          connector !== 'to' &&
          connector !== ',' &&
          gap <= 3 &&
          quantity.low <= 100 &&
          !level)
      )
        return { name: earlier.unit.name, kind: earlier.unit.kind };
      continue;
    }
    if (points && level) return { name: 'point', kind: 'other' };
    if (earlier.unit.kind === 'count') {
      if (level || earlier.counted?.attributive === true) continue;
      const whole = Number.isInteger(quantity.low) && Number.isInteger(earlier.low);
      const head = headOf(earlier.unit.name);
      const person = personWords.has(head);
      if (whole && (comparators.has(connector) || gap <= (person ? 40 : 25)))
        return { name: person ? head : earlier.unit.name, kind: 'count' };
      continue;
    }
    if (earlier.unit.kind === 'money' && !quantity.amount.numeral.plain && level) return null;
    const form = Number.isInteger(quantity.low) === Number.isInteger(earlier.low);
    if (form && !level && gap <= 12) return { name: earlier.unit.name, kind: earlier.unit.kind };
  }
  return null;
}

/** "16,369.03 up 58.06 points"; "as many as 15,000 to be sent, in units of 3,000 soldiers". */
function fromNext(
  quantity: Quantity,
  next: Quantity | undefined,
): { name: string; kind: Quantity['unit']['kind'] } | null {
  if (next === undefined) return null;
  if (
    quantity.counted === null &&
    quantity.unit.name === '' &&
    next.unit.kind === 'count' &&
    personWords.has(headOf(next.unit.name))
  ) {
    // Many and then fewer of the same: "15,000 in all, in units of 3,000 soldiers each".
    if (Number.isInteger(quantity.low) && quantity.low >= 100 && next.low >= 10)
      return { name: headOf(next.unit.name), kind: 'count' };
  }
  if (next.unit.name === 'point' && next.trend?.kind === 'particle' && next.first - quantity.end <= 2)
    return { name: 'point', kind: 'other' };
  return null;
}

/** The next of the two quantities that follow which counts people. */
function nextPeople(quantities: readonly Quantity[], index: number): Quantity | undefined {
  for (let at = index + 1; at <= index + 2; at++) {
    const next = quantities[at];
    if (next !== undefined && personWords.has(headOf(next.unit.name))) return next;
  }
  return undefined;
}

/** "The government has confirmed 1,414." */
function isReported(cells: readonly Cell[], quantity: Quantity): boolean {
  const next = cells[quantity.end];
  const before = cells[quantity.first - 1];
  return (
    Number.isInteger(quantity.low) &&
    before?.pos === 'VERB' &&
    (next === undefined || next.pos === 'PUNCT' || next.pos === 'ADP' || next.pos === 'CCONJ')
  );
}

/** Only commas, "and", "or" and suspended hyphens stand between two numbers of a list. */
function isListGap(cells: readonly Cell[], from: number, to: number, goesOn: boolean): boolean {
  if (to <= from || to - from > 4) return false;
  let joined = goesOn;
  for (let index = from; index < to; index++) {
    const lower = cells[index]?.lower;
    if (lower !== ',' && lower !== 'and' && lower !== 'or' && lower !== '-' && lower !== '/' && lower !== '&')
      return false;
    if (lower !== ',') joined = true;
  }
  return joined;
}

const isBare = (quantity: Quantity): boolean =>
  quantity.unit.name === '' && !quantity.age && quantity.amount.numeral.form !== 'fraction';

/** May a number stand without any unit as a claim? */
function standsAlone(cells: readonly Cell[], quantity: Quantity): boolean {
  const { amount } = quantity;
  const { numeral } = amount;
  if (amount.currencyFirst || numeral.form === 'fraction') return true;
  if (quantity.counted?.part === 'pronoun')
    return numeral.low > 1 || numeral.form === 'digits' || amount.start < amount.first;
  if (numeral.form === 'vague') return false;
  if (numeral.form === 'words' && numeral.scale === 1) return false;
  if (amount.start < amount.first || !numeral.plain || quantity.trend !== null) return true;
  const before = cells[amount.first - 1];
  return (
    before !== undefined &&
    (before.lower === 'of' ||
      before.lower === 'at' ||
      before.lower === 'by' ||
      before.lower === 'to' ||
      before.lower === 'is' ||
      before.lower === 'was' ||
      before.lower === 'all') &&
    numeral.plain &&
    amount.low >= 10
  );
}

/**
 * Gives numbers without a unit the unit of what they stand for, and drops those that can be no claim.
 * @param quantities of one sentence, in order; changed in place. @param memory is brought up to date.
 */
export function fillEllipses(cells: readonly Cell[], quantities: Quantity[], memory: Memory): Quantity[] {
  const kept: Quantity[] = [];
  memory.sentencesSince++;
  for (let index = quantities.length - 1; index >= 0; index--) {
    // From the end, so that a list's unit travels forward to back.
    const quantity = quantities[index] as Quantity;
    const next = quantities[index + 1];
    if (
      isBare(quantity) &&
      quantity.counted === null &&
      next !== undefined &&
      isLoan(next) &&
      isListGap(cells, quantity.end, next.first, next.amount.shared) &&
      next.counted?.part !== 'pronoun'
    ) {
      quantity.unit = { ...quantity.unit, name: next.unit.name, kind: next.unit.kind };
      quantity.elliptical = true;
      quantity.amount.shared = true;
    }
  }
  for (let index = 0; index < quantities.length; index++) {
    const quantity = quantities[index] as Quantity;
    if (isBare(quantity)) {
      const subject = fromSubject(cells, quantity);
      const found =
        subject === ''
          ? null
          : { name: subject, kind: subject === 'magnitude' ? ('other' as const) : ('count' as const) };
      const antecedent = quantity.counted?.part === 'pronoun' ? fromAntecedent(cells, quantity) || memory.counted : '';
      const part = antecedent === '' ? null : { name: antecedent, kind: 'count' as const };
      let loan =
        part ??
        found ??
        fromNext(quantity, nextPeople(quantities, index) ?? quantities[index + 1]) ??
        loanFrom(cells, quantity, index, quantities);
      if (loan === null) {
        const who = fromPredicate(cells, quantity, memory);
        if (who !== '') loan = { name: who, kind: 'count' };
        else if (memory.counted !== '' && memory.sentencesSince <= 2 && isReported(cells, quantity))
          loan = { name: memory.counted, kind: 'count' };
      }
      if (loan !== null) {
        quantity.unit = { ...quantity.unit, name: loan.name, kind: loan.kind };
        quantity.elliptical = true;
      }
    }
    if (isBare(quantity) && !standsAlone(cells, quantity)) continue;
    kept.push(quantity);
    remember(quantity, memory);
  }
  return kept;
}

function remember(quantity: Quantity, memory: Memory): void {
  const { unit, counted } = quantity;
  if (unit.kind !== 'count' || unit.name === '' || counted?.attributive === true) return;
  const head = headOf(unit.name);
  if (quantity.high > 1) memory.counted = head;
  if (personWords.has(head)) {
    if (memory.sentencesSince > 0 || memory.people === '') memory.people = head;
    memory.sentencesSince = 0;
  }
}
