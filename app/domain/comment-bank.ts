/** Under this a comment on the whole answer is kept, where those on one criterion stand under the criterion's id. */
export const OVERALL = 'overall'

/** A comment kept for use again. */
export type BankComment = { id: string; criterionId: string; text: string; isOwn: boolean; isShared: boolean }
