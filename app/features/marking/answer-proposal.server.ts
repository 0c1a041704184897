import { rubricVersion } from '#app/content/catalogue.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { readPair } from '#app/db/locking.server.ts'
import { type ProposalAnswer, saveProposalAnswered } from '#app/db/talks.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { decideMark } from '#app/domain/rubric.ts'
import { giveFinalMark } from './give-final-mark.server.ts'
import { type HeldTalk, inTalk, type Talked } from './in-talk.server.ts'
import { askThirdMarker } from './settle-attempt.server.ts'
import { withStandardInForce } from './standard-in-force.server.ts'
import { readTalkNote } from './talk-note.ts'
import { tellOtherMarker } from './tell-other-marker.server.ts'

/** @param number the proposal that was seen, so that nobody answers another one unseen. */
type Answer = { code: string; number: number; answer: ProposalAnswer; note?: string }

/**
 * Accepts or declines what the other marker proposes, or takes one's own proposal back. An accepted mark is final.
 * @returns why not, when there is no such open proposal any more or the talk is over.
 * @throws 404 for a script that is not the actor's, and until both marks are locked.
 */
export async function answerProposal(actor: Actor, given: Answer, now: Date): Promise<Talked> {
  const { answer } = given
  const word = readTalkNote(given.note ?? '')
  if ('fault' in word) return { refused: word.fault }
  if (answer === 'declined' && word.note === '')
    return { refused: 'Say in a word why not, so that the talk can go on.' }

  return inTalk(actor, given.code, async (tx, talk) => {
    const { proposal, attempt } = talk
    const isOwn = proposal?.proposedById === actor.id
    if (proposal?.number !== given.number || isOwn !== (answer === 'withdrawn'))
      return { refused: 'This proposal has been answered or taken back meanwhile. See how the talk stands now.' }

    await saveProposalAnswered(tx, proposal.id, { answer, answerNote: word.note, answeredById: actor.id, now })
    const object = { kind: 'mark-proposal', id: proposal.id }
    await recordAudit(tx, { actor, action: `proposal.${answer}`, object, details: { attemptId: attempt.id }, at: now })
    if (answer === 'accepted') await agree(tx, talk, actor, now)
    await tellOtherMarker(tx, { kind: 'talk-answered', attemptId: attempt.id, actor, now })
    return { done: doneTexts[answer] }
  })
}

const doneTexts: Record<ProposalAnswer, string> = {
  accepted: 'You have agreed. The mark is final.',
  declined: 'You have declined. The other marker sees why.',
  withdrawn: 'Your proposal is taken back.',
}

async function agree(tx: Db, { attempt, proposal }: HeldTalk, actor: Actor, now: Date): Promise<void> {
  const { first, second } = await readPair(tx, attempt.id)
  if (!first || !second || !proposal) throw new Error('an agreement without two marks')
  const { rubricVersionId } = first
  const rubric = await withStandardInForce(tx, await rubricVersion(rubricVersionId), attempt)
  const { hasPassed } = decideMark(rubric, proposal.mark)
  await giveFinalMark(tx, {
    attempt,
    actor,
    kind: 'agreed',
    mark: { ...proposal.mark, hasPassed },
    rubricVersionId,
    markIds: [first.id, second.id],
    because: ['Two people marked this script without seeing each other’s mark, talked, and agreed on this one.'],
    now,
  })
}

/**
 * Ends a talk by asking a third marker. What is proposed at that moment is taken back with it.
 * @returns why not, when the talk is over.
 * @throws 404 for a script that is not the actor's, and until both marks are locked.
 */
export function sendToThirdMarker(actor: Actor, code: string, now: Date): Promise<Talked> {
  return inTalk(actor, code, async (tx, { attempt, proposal }) => {
    if (proposal) await saveProposalAnswered(tx, proposal.id, { answer: 'withdrawn', answeredById: actor.id, now })
    await askThirdMarker(tx, { attempt, actor, by: 'markers', now })
    await tellOtherMarker(tx, { kind: 'talk-answered', attemptId: attempt.id, actor, now })
    return { done: 'A third marker is asked. They see both marks, and not whose they are.' }
  })
}
