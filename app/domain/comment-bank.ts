/** Under this a comment on the whole answer is kept, where those on one criterion stand under the criterion's id. */
export const OVERALL = 'overall'

/** Less is no sentence. */
export const BANK_CHARACTERS_AT_LEAST = 10

/** A comment kept for use again. */
export type BankComment = { id: string; criterionId: string; text: string; isOwn: boolean; isShared: boolean }

/** The comments about one criterion in which all of these words begin a word, in the order that the bank has them. */
export function searchBank(bank: readonly BankComment[], criterionId: string, words: string): BankComment[] {
  const wanted = wordsOf(words)
  return bank.filter(
    (comment) =>
      comment.criterionId === criterionId &&
      wanted.every((word) => wordsOf(comment.text).some((own) => own.startsWith(word))),
  )
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** A text field's text, and what of it is selected. */
export type Inserted = { text: string; from: number; to: number }

/**
 * Puts a comment from the bank behind what is written already. Its first gap, in square brackets, is selected to be written over;
 * where there is none the cursor stands at the end.
 */
export function insertComment(written: string, comment: string): Inserted {
  const before = written.trimEnd()
  const start = before === '' ? 0 : before.length + 1
  const text = before === '' ? comment : `${before} ${comment}`
  const gap = /\[[^\]]+\]/.exec(comment)
  if (!gap) return { text, from: text.length, to: text.length }
  return { text, from: start + gap.index, to: start + gap.index + gap[0].length }
}
