/** A tag or a line of configuration: somebody declared it. */
export const declaredConfidence = 0.95;
/** Data in a store in the mainland counts as collected there unless said otherwise. */
export const presumedConfidence = 0.7;
/** A name, or a word that leaves open what it means: a hint. */
export const hintConfidence = 0.6;
/** `defaultOrigin`: speaks only where nothing else does, and does not travel. */
export const defaultConfidence = 0.5;
