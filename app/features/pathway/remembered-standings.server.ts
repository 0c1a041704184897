import type { Standing } from './judge-candidates.server.ts'

/** What a standing was judged by: the person's own day counts, since terms run out with days. */
export type JudgedBy = { userId: string; print: string; today: string }

/** Null: nothing is offered to them. */
type Remembered = { judgedBy: string; standing: Standing | null }

/** About a kilobyte each; the oldest unused one goes first. */
const CAPACITY = 10_000

const standings = new Map<string, Remembered>()

const keyOf = ({ print, today }: JudgedBy) => `${print} ${today}`

/** How somebody stands, while all that it was judged by is as it was. Nothing where that has to be judged anew. */
export function recallStanding(judgedBy: JudgedBy): Standing | null | undefined {
  const found = standings.get(judgedBy.userId)
  if (found?.judgedBy !== keyOf(judgedBy)) return undefined
  standings.delete(judgedBy.userId)
  standings.set(judgedBy.userId, found)
  return found.standing
}

export function rememberStanding(judgedBy: JudgedBy, standing: Standing | null): void {
  standings.delete(judgedBy.userId)
  standings.set(judgedBy.userId, { judgedBy: keyOf(judgedBy), standing })
  for (const oldest of standings.keys()) {
    if (standings.size <= CAPACITY) break
    standings.delete(oldest)
  }
}
