/** The person's corrections: one door for pages and the background. */
export { correctAnnotation, placeOf } from './apply';
export { correctionOf, type ReadNumber } from './change';
export { type CorrectedText, hostOf, patternOf, selectorOf } from './keys';
export { passagesOf } from './passages';
export { correctedVersions, correctionsFor, readCorrected } from './read';
export { type Change, changeSchema, type NoteChange, noteChangeSchema, type Place, placeSchema } from './schema';
export { addCorrection, listCorrections, listCorrectionsOf, type NewCorrection, setRevoked } from './store';
