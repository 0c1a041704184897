/**
 * A question that is put once for everybody who wants its answer at the same time. Whoever asks gets an answer to a question that was put
 * at most `standsMs` before they asked; while one is on its way that is older, all who come wait together for the next.
 */
export function sharedAnswer<Answer>(
  ask: () => Promise<Answer>,
  { standsMs = 0, clock = () => performance.now() }: { standsMs?: number; clock?: () => number } = {},
): () => Promise<Answer> {
  let underWay: Promise<unknown> = Promise.resolve()
  let next: Promise<Answer> | undefined
  let last: { answer: Promise<Answer>; putAt: number } | undefined
  return () => {
    if (last && clock() - last.putAt < standsMs) return last.answer
    next ??= underWay
      .catch(() => {})
      .then(() => {
        next = undefined
        const answer = ask()
        underWay = answer
        last = { answer, putAt: clock() }
        return answer
      })
    return next
  }
}
