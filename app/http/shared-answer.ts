/**
 * A question that is put once for everybody who wants its answer at the same time. Whoever asks gets an answer to a question that was put
 * after they had asked, never an older one; while one is on its way, all who come wait together for the next.
 */
export function sharedAnswer<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let underWay: Promise<unknown> = Promise.resolve()
  let next: Promise<Answer> | undefined
  return () => {
    next ??= underWay
      .catch(() => {})
      .then(() => {
        next = undefined
        const answer = ask()
        underWay = answer
        return answer
      })
    return next
  }
}
