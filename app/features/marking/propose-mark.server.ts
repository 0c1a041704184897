import { rubricVersion } from '#app/content/catalogue.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { deleteKeptForm } from '#app/db/drafts.server.ts'
import { findTwoMarks, insertProposal } from '#app/db/talks.server.ts'
import { checkMark, type MarkFaults, type MarkFields } from '#app/domain/mark-form.ts'
import type { Actor } from '#app/domain/people.ts'
import { inTalk, noTalk, type Talked } from './in-talk.server.ts'
import { readTalkNote } from './talk-note.ts'
import { tellOtherMarker } from './tell-other-marker.server.ts'

/**
 * Proposes a mark to the other marker of a script whose two marks differ. There is one open proposal at a time.
 * @returns the faults by their fields when the mark is not complete, or why nothing can be proposed now.
 * @throws 404 for a script that is not the actor's, and until both marks are locked.
 */
export async function proposeMark(
  actor: Actor,
  { code, fields, note }: { code: string; fields: MarkFields; note: string },
  now: Date,
): Promise<Talked | { faults: MarkFaults }> {
  const record = await findTwoMarks({ code, markerId: actor.id })
  if (record?.marks.length !== 2 || record.isAdjudicator) throw noTalk()
  const checked = checkMark(await rubricVersion(record.rubricVersionId), fields)
  const word = readTalkNote(note)
  const noteFaults: MarkFaults = 'fault' in word ? { note: word.fault } : {}
  if ('faults' in checked || 'fault' in word)
    return { faults: { ...('faults' in checked && checked.faults), ...noteFaults } }

  return inTalk(actor, code, async (tx, { attempt, proposal }) => {
    if (proposal)
      return {
        refused:
          proposal.proposedById === actor.id
            ? 'You have proposed a mark already. Take it back before you propose another.'
            : 'The other marker has proposed a mark meanwhile. Answer that one first.',
      }
    const attemptId = attempt.id
    const { mark } = checked
    const id = await insertProposal(tx, { attemptId, proposedById: actor.id, mark, note: word.note, now })
    await deleteKeptForm(tx, actor, 'proposal', code)
    const details = { attemptId, globalLevel: mark.globalLevel }
    await recordAudit(tx, { actor, action: 'proposal.made', object: { kind: 'mark-proposal', id }, details, at: now })
    await tellOtherMarker(tx, { kind: 'talk-answered', attemptId, actor, now })
    return { done: 'Your proposal is with the other marker.' }
  })
}
