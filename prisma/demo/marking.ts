import { randomUUID } from 'node:crypto'
import { db } from '#app/db/client.server.ts'
import type { AllocationPurpose } from '#app/domain/marking.ts'
import { keepDraft } from '#app/features/drafts/save-draft.server.ts'
import { allocateCohort } from '#app/features/marking/allocate-scripts.server.ts'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { releaseMarks } from '#app/features/marking/release-marks.server.ts'
import type { DemoAnswer } from './answers.ts'
import type { Clock } from './clock.ts'
import type { FormedCohort } from './cohorts.ts'
import { anchorFields, markFields, ratingFields } from './mark-fields.ts'
import type { Member } from './people.ts'
import { talk } from './talking.ts'

/** An answer that was handed in. */
export type Script = { attemptId: string; answer: DemoAnswer; clock: Clock }

const TURNS = ['first', 'second', 'adjudication'] as const

/**
 * Marks an answer by these markers in turn, until it is finally marked, two of them have a talk to come to, or nobody is left: the
 * policy of the cohort and the marks themselves decide which of these comes.
 */
export async function markInTurn(script: Script, markers: readonly Member[]): Promise<void> {
  for (const [turn, marker] of markers.entries()) {
    const standing = await mark(script, marker, turn)
    if (standing === 'talk') return talk(script, markers)
    if (standing === 'final') return
  }
}

async function mark(script: Script, marker: Member, turn: number): Promise<string> {
  const { answer, clock } = script
  const purpose = TURNS[turn]
  const given = answer.marks[turn]
  if (!purpose || !given) throw new Error(`${answer.key} has no mark for ${marker.key} to give.`)
  const code = await codeOf(script.attemptId, purpose)
  await claim(marker, code, clock)
  const fields = { ...markFields(given), ...(turn === 0 && anchorFields(answer)) }
  const result = await lockMark(marker.actor, code, fields, clock.after(1))
  if (!('standing' in result)) throw new Error(`The mark of ${answer.key}: ${JSON.stringify(result)}`)
  return result.standing
}

/** The code that an attempt goes by for whoever marks it so. */
export async function codeOf(attemptId: string, purpose: AllocationPurpose): Promise<string> {
  const where = { attemptId, purpose, state: { not: 'void' } } as const
  return (await db().allocation.findFirstOrThrow({ where, select: { code: true } })).code
}

/** Takes a script and gets as far as the answer's `begun` says. */
export async function beginMark({ attemptId, answer, clock }: Script, marker: Member): Promise<void> {
  const code = await codeOf(attemptId, 'first')
  await claim(marker, code, clock)
  const body = ratingFields(answer.begun ?? {})
  const draft = { writer: randomUUID(), revision: 1, baseVersion: 0, body }
  await keepDraft(marker.actor, { kind: 'mark', subject: code, ...draft }, clock.after(0.4))
}

/**
 * Allocates the one script that waits for anybody in a cohort and that this marker may mark: the caller sees to it that no other
 * does.
 */
export async function allocate(script: Script, cohort: FormedCohort, marker: Member): Promise<void> {
  const { answer, clock } = script
  const by = { markerIds: [marker.actor.id], by: 'equally', most: 1, seed: answer.key } as const
  const wish = { cohortId: cohort.id, vignetteSlug: answer.vignette, ...by }
  const result = await allocateCohort(cohort.lead.actor, wish, clock.after(5))
  if (!('allocated' in result) || result.allocated.total !== 1)
    throw new Error(`${answer.key} could not be allocated: ${JSON.stringify(result)}`)
}

export async function release({ attemptId, clock }: Script, lead: Member): Promise<void> {
  await releaseMarks(lead.actor, [await codeOf(attemptId, 'first')], clock.after(24))
  const { state } = await db().attempt.findUniqueOrThrow({ where: { id: attemptId }, select: { state: true } })
  if (state !== 'released') throw new Error(`${lead.key} could not release an answer.`)
}

async function claim(marker: Member, code: string, clock: Clock): Promise<void> {
  const claimed = await claimScript(marker.actor, code, clock.after(30))
  if ('refused' in claimed) throw new Error(`${marker.key} could not take a script: ${claimed.refused}`)
}
