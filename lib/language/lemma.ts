/** Lemmas of English nouns and verbs, and which form of a verb a word is. Irregular forms are data (lexicon/inflections.json), the rest are rules. */
import type { Pos } from './document';
import data from './lexicon/inflections.json';

export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'ing';

interface Irregular {
  s?: string[];
  past: string[];
  participle: string[];
  ing?: string[];
}

const nouns: ReadonlyMap<string, string> = new Map(Object.entries(data.nouns));
const unchanged = new Set(data.unchanged);

/** Form -> base and what it can be. A form of two verbs ("found", "lay") keeps the more frequent one, listed first. */
const verbs = new Map<string, { base: string; forms: Set<VerbForm> }>();
for (const [base, { s = [], past, participle, ing = [] }] of Object.entries(data.verbs as Record<string, Irregular>)) {
  const learn = (form: string, as: VerbForm) => {
    const known = verbs.get(form);
    if (known && known.base === base) known.forms.add(as);
    else if (!known) verbs.set(form, { base, forms: new Set([as]) });
  };
  learn(base, 'base');
  for (const form of s) learn(form, 'third');
  for (const form of past) learn(form, 'past');
  for (const form of participle) learn(form, 'participle');
  for (const form of ing) learn(form, 'ing');
}

const vowel = (character: string | undefined): boolean => character !== undefined && 'aeiou'.includes(character);

/** @param lower a noun in lower case ("countries"). @returns its singular ("country"); words without one come back as they are ("people"). */
export function nounLemma(lower: string): string {
  const irregular = nouns.get(lower);
  if (irregular !== undefined) return irregular;
  if (unchanged.has(lower) || lower.length < 3) return lower;
  if (lower.endsWith('men') && lower.length > 4 && !lower.endsWith('specimen') && !lower.endsWith('omen'))
    return `${lower.slice(0, -2)}an`;
  if (!lower.endsWith('s') || lower.endsWith('ss') || lower.endsWith('us') || lower.endsWith('is')) {
    return lower;
  }
  if (lower.endsWith('ies')) return lower.length > 4 ? `${lower.slice(0, -3)}y` : lower.slice(0, -1);
  if (/(?:[sxz]|[^aeiou]ch|[aeou]ch|sh)es$/.test(lower)) {
    // "boxes", "classes", "matches" lose "es"; "houses", "sizes", "axes" lose "s".
    if (/(?:sses|xes|zzes|ches|shes)$/.test(lower)) return lower.slice(0, -2);
    return lower.slice(0, -1);
  }
  if (/[^aeiou]oes$/.test(lower)) return lower.slice(0, -2);
  const plain = lower.slice(0, -1);
  return plain.endsWith("'") ? plain.slice(0, -1) : plain;
}

/** Base of a stem left by "-ed" or "-ing": doubled consonants undone, a lost "e" put back. */
function restoreStem(stem: string): string {
  const last = stem.at(-1);
  if (last !== undefined && last === stem.at(-2) && !vowel(last)) {
    // "planned" -> plan, "travelled" -> travel; "call", "pass", "staff", "install" have their double letter of their own.
    if ('szf'.includes(last) || /^(?:add|egg|err|ebb)$/.test(stem)) return stem;
    if (last === 'l' && /^(?:[^aeiou]*[aeiou]ll|.*(?:stall|recall|enroll|fulfill|overhaull|skill|appall))$/.test(stem))
      return stem;
    return stem.slice(0, -1);
  }
  return needsE(stem) ? `${stem}e` : stem;
}

/** Stems that end so take no "e" back unless they are listed: "visit", "open", "offer", "threaten", "treat", "appeal". */
const noE =
  /(?:[aeiou]{2}[^aeioucsvzg]|er|en|on|et|ot|it|ow|aw|ew|ay|ey|oy|el|il|al|ol|ul|in|an|un|or|ar|ur|op|ip|ap|up|om|im|um|am|id|ad|ed|od|ag|eg|ug|og|ib|ab|ub|ob|[^aeiouvzcsg]{2}|[rnl]s?t|ct|pt|ft|st|ck|sk|sh|ch|th|x|k|m|n|p|d|f|y|w)$/;
const endsInE =
  /(?:[^aeiou]iv|[aeiou]v|lv|rv|[aeiou]c|[nr]c|[aeiou]z|[aeiou]s|ns|rs|ps|dg|rg|ng|[^aeiou]u|[^aeiou][bcdfgkpstz]l|[^e]at|ut|[aeiou]g)$/;
const eBases = new Set(
  `move use include provide increase decrease continue believe receive announce produce reduce decide raise release argue cause force serve describe require compare prepare create state
  estimate operate indicate generate vote note quote promote devote date hate rate relate debate donate locate update skate escape shape hope cope scope type wipe gripe hire fire wire
  retire acquire inspire expire admire desire require inquire aspire score store restore explore ignore bore shore care share dare scare stare declare square spare compare ensure assure
  secure measure figure capture feature injure endure cure manage damage engage stage wage age change charge arrange challenge emerge merge urge surge purge judge pledge acknowledge
  bridge dodge exchange range plunge lounge close lose choose propose oppose suppose expose impose dispose compose pose base chase purchase ease cease lease please tease increase
  advise revise supervise exercise rise praise excuse accuse abuse refuse confuse pause use fuse make take bake shake wake stake brake like strike hike bike provoke invoke evoke smoke
  joke poke stroke choke shine dine mine line define decline combine examine determine imagine refine confine outline undermine fine sine tune prune name blame claim frame tame shame
  game rename assume consume resume presume welcome become overcome time handle settle battle struggle tackle trouble double triple couple enable disable assemble schedule rule file
  smile pile mobile compile reconcile profile while exile style role console handle whole sale scale resemble tumble gamble stumble crumble sparkle circle cycle recycle single angle
  mingle tangle cradle fiddle puddle paddle battle rattle shuttle bottle throttle dismantle puzzle settle hustle castle whistle wrestle trade invade persuade evade fade grade upgrade
  downgrade parade blockade side ride hide guide divide decide collide slide preside reside subside override code explode erode include exclude conclude intrude delude elude bribe
  describe prescribe subscribe inscribe ascribe probe robe cube tube give live drive arrive survive dive strive thrive deprive forgive save have leave behave wave rave shave brave
  solve resolve involve evolve dissolve revolve serve observe reserve preserve deserve curve carve starve achieve relieve retrieve perceive deceive conceive love prove improve approve
  remove shove place face race replace embrace trace pace space grace surface office sacrifice notice practice price slice dance advance finance balance glance enhance chance announce
  pronounce bounce renounce denounce ounce convince influence experience sentence commence sequence source force enforce reinforce divorce endorse reverse course nurse curse traverse
  disperse immerse converse rehearse sense license expense dispense condense collapse lapse elapse eclipse glimpse value continue pursue issue rescue argue sue queue clue glue blue
  tissue venue avenue revenue league plague intrigue fatigue catalogue dialogue breathe bathe soothe clothe loathe
  analyse analyze realise realize organise organize recognise recognize criticise criticize emphasise emphasize apologise apologize minimise maximise prioritise privatise legalise
  execute contribute distribute attribute dispute compute dilute pollute salute substitute constitute institute prosecute mute route invite unite write ignite cite site excite bite
  recite incite despite complete compete delete athlete secrete private evacuate initiate negotiate appreciate associate investigate allocate advocate dedicate educate
  illustrate demonstrate concentrate separate celebrate liberate moderate accelerate deteriorate cooperate collaborate elaborate evaporate incorporate narrate migrate
  dominate nominate terminate eliminate contaminate originate coordinate assassinate designate resignate participate anticipate dissipate emancipate
  postpone phone zone loan tone clone telephone condone hone atone
  snipe swipe stripe scrape drape tape gape slope grope cope elope envelope
  ripe hype subtype prototype`.split(/\s+/),
);
function needsE(stem: string): boolean {
  if (eBases.has(`${stem}e`)) return true;
  if (
    /(?:eat|oat|reat|float|heat|seat|beat|cheat|repeat|defeat|combat|format|chat|bring|sing|ring|ling|ning|hang|long|focus|bias|cross|out|cut|put|but)$/.test(
      stem,
    )
  )
    return false;
  if (endsInE.test(stem) && stem.length > 2) return true;
  return !noE.test(stem) && stem.length > 2;
}

/** @param lower a verb in lower case, in any form. @returns its base ("sending" -> "send", "was" -> "be"). */
export function verbLemma(lower: string): string {
  const irregular = verbs.get(lower);
  if (irregular) return irregular.base;
  if (lower.length > 4 && lower.endsWith('ing')) {
    const stem = lower.slice(0, -3);
    if (stem.endsWith('ee')) return stem;
    return /[aeiouy]/.test(stem) ? restoreStem(stem) : lower;
  }
  if (lower.length > 3 && lower.endsWith('ied'))
    return lower.length > 4 ? `${lower.slice(0, -3)}y` : lower.slice(0, -1);
  if (lower.length > 3 && lower.endsWith('ed')) {
    const stem = lower.slice(0, -2);
    // "agreed" -> agree; "need" and "exceed" are bases.
    if (stem.endsWith('e'))
      return /^(?:n|s|f|w|h|d|br|bl|sp|exc|proc|succ)eed$/.test(lower) ? lower : lower.slice(0, -1);
    return /[aeiouy]/.test(stem) ? restoreStem(stem) : lower;
  }
  if (lower.length > 2 && lower.endsWith('s') && !/(?:ss|us|is)$/.test(lower)) {
    if (lower.endsWith('ies')) return lower.length > 4 ? `${lower.slice(0, -3)}y` : lower.slice(0, -1);
    if (/(?:ss|x|zz|ch|sh|o)es$/.test(lower)) return lower.slice(0, -2);
    return lower.slice(0, -1);
  }
  return lower;
}

/**
 * Which forms of a verb a word can be, to go by the word alone: "said" -> past, participle; "rising" -> ing; "cut" -> base, past, participle.
 * Regular "-ed" is past and participle; anything else regular is "third" with a final s, else "base".
 */
export function verbForms(lower: string): ReadonlySet<VerbForm> {
  const irregular = verbs.get(lower);
  if (irregular) return irregular.forms;
  if (lower.length > 4 && lower.endsWith('ing')) return ingOnly;
  if (lower.length > 3 && lower.endsWith('ed')) return pastOrParticiple;
  if (lower.length > 2 && lower.endsWith('s') && !lower.endsWith('ss')) return thirdOnly;
  return baseOnly;
}
const ingOnly: ReadonlySet<VerbForm> = new Set(['ing']);
const pastOrParticiple: ReadonlySet<VerbForm> = new Set(['past', 'participle']);
const thirdOnly: ReadonlySet<VerbForm> = new Set(['third']);
const baseOnly: ReadonlySet<VerbForm> = new Set(['base']);

/** Lemma by part of speech; words of other parts come back in lower case. */
export function lemmaOf(lower: string, pos: Pos): string {
  if (pos === 'NOUN' || pos === 'PROPN') return nounLemma(lower);
  if (pos === 'VERB' || pos === 'AUX') return verbLemma(lower);
  return lower;
}
