/** About forty pages of typing as JSON: more is no answer to a vignette. */
export const MAX_DOCUMENT_BYTES = 100_000
/** What was typed, white space included. */
export const MAX_DOCUMENT_CHARACTERS = 20_000
/** A quote in a list in a list in a list is six deep. */
export const MAX_DOCUMENT_DEPTH = 20
