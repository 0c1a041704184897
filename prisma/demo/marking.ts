import { randomUUID } from 'node:crypto'
import { type MarkFields, markField, NOT_RATEABLE } from '#app/domain/mark-form.ts'
import { keepDraft } from '#app/features/drafts/save-draft.server.ts'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { releaseMarks } from '#app/features/marking/release-marks.server.ts'
import type { DemoAnswer } from './cast.ts'
import type { Clock } from './clock.ts'
import type { Member } from './people.ts'

type Marking = { code: string; answer: DemoAnswer; clock: Clock }

/** Takes a script and gets as far as the first two criteria. */
export async function beginMark(marker: Member, { code, answer, clock }: Marking): Promise<void> {
  await claim(marker, code, clock)
  const [first, second] = Object.keys(answer.mark.ratings)
  const isBegun = (name: string) => [first, second].some((id) => id && name.endsWith(`.${id}`))
  const body = Object.fromEntries(Object.entries(fieldsOf(answer)).filter(([name]) => isBegun(name)))
  const draft = { writer: randomUUID(), revision: 1, baseVersion: 0, body }
  await keepDraft(marker.actor, { kind: 'mark', subject: code, ...draft }, clock.after(0.4))
}

/** Takes a script, marks it and locks the mark. */
export async function mark(marker: Member, { code, answer, clock }: Marking): Promise<void> {
  await claim(marker, code, clock)
  const result = await lockMark(marker.actor, code, fieldsOf(answer), clock.after(1))
  if ('faults' in result) throw new Error(`The mark of ${answer.key} is not complete: ${JSON.stringify(result.faults)}`)
}

export async function release(lead: Member, code: string, clock: Clock): Promise<void> {
  await releaseMarks(lead.actor, [code], clock.after(24))
}

async function claim(marker: Member, code: string, clock: Clock): Promise<void> {
  const claimed = await claimScript(marker.actor, code, clock.after(30))
  if ('refused' in claimed) throw new Error(`${marker.key} could not take a script: ${claimed.refused}`)
}

function fieldsOf({ mark: { ratings, global, comment, criticalErrors } }: DemoAnswer): MarkFields {
  const fields: Record<string, string> = { [markField.globalLevel]: `${global}`, [markField.overallComment]: comment }
  for (const [id, rating] of Object.entries(ratings)) {
    fields[markField.level(id)] = rating.level === null ? NOT_RATEABLE : `${rating.level}`
    fields[markField.comment(id)] = rating.comment
  }
  for (const error of criticalErrors) {
    fields[markField.error(error.id)] = 'on'
    fields[markField.errorWords(error.id)] = error.comment
  }
  return fields
}
