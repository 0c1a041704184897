import { type Db, transact } from '#app/db/client.server.ts'
import { holdScriptWithAttempt, type MarkedAttempt } from '#app/db/locking.server.ts'
import { type OpenTalk, readTalk } from '#app/db/talks.server.ts'
import type { Actor } from '#app/domain/people.ts'

/** What came of something that a marker did in a talk: a sentence in either case. */
export type Talked = { done: string } | { refused: string }

export type HeldTalk = OpenTalk & { attempt: MarkedAttempt }

/**
 * Does something in the talk about a script, with its attempt held: of two markers who do something at the same instant, the second
 * sees what the first did.
 * @returns why not, when the talk is over.
 * @throws 404 for a script that is not the actor's, and until both marks are locked.
 */
export function inTalk(actor: Actor, code: string, work: (tx: Db, talk: HeldTalk) => Promise<Talked>): Promise<Talked> {
  return transact(async (tx) => {
    const script = await holdScriptWithAttempt(tx, { markerId: actor.id, code })
    const isOfPair = script?.purpose === 'first' || script?.purpose === 'second'
    if (!script?.attempt || !script.isLocked || !isOfPair) throw noTalk()
    const { attempt } = script
    const talk = await readTalk(tx, { attemptId: attempt.id, markerId: actor.id })
    if (!talk.other) throw noTalk()
    if (attempt.state === 'withdrawn') return { refused: 'The trainee has withdrawn this answer.' }
    if (!talk.isOpen) return { refused: 'This talk is over: the page says what became of it.' }
    return work(tx, { ...talk, attempt })
  })
}

export const noTalk = () => new Response('There are no two marks to talk about.', { status: 404 })
