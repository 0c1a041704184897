import { transact } from '#app/db/client.server.ts'
import { holdAttemptOfScript } from '#app/db/releases.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { releaseAttempt } from './release-attempt.server.ts'

export type ReleaseOutcome = {
  released: number
  before: number
  /** What holds the others, in words, with how many it holds. */
  held: { text: string; count: number }[]
}

/**
 * Gives the marks of these scripts to their trainees: each script in a transaction of its own, so that one that is held holds up no
 * other. Releasing a second time changes nothing.
 */
export async function releaseMarks(actor: Actor, codes: readonly string[], now: Date): Promise<ReleaseOutcome> {
  const outcome = { released: 0, before: 0 }
  const held = new Map<string, number>()
  for (const code of new Set(codes)) {
    const result = await releaseMark(actor, code, now)
    if (result === 'released') outcome.released += 1
    else if (result === 'released-before') outcome.before += 1
    else held.set(result.text, (held.get(result.text) ?? 0) + 1)
  }
  return { ...outcome, held: [...held].map(([text, count]) => ({ text, count })) }
}

const releaseMark = (actor: Actor, code: string, now: Date) =>
  transact(async (tx) => {
    const attempt = await holdAttemptOfScript(tx, { code, actorId: actor.id })
    return attempt ? releaseAttempt(tx, attempt, { actor, now }) : { text: 'There is no such script to release.' }
  })
