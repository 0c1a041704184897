import { z } from 'zod'
import type { SupervisorAnswer } from '#app/domain/portfolio/countersigning.ts'
import type { Confirmation } from '#app/domain/screen/confirmations.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { typedIn } from '#app/http/form-errors.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { screenFields } from '#app/screen/screen-fields.server.ts'
import { answerField, reasonField } from './answer-fields.ts'
import type { GivenAnswer } from './answer-requests.server.ts'

const REASON_LENGTH = 1000
const ANSWERS: readonly SupervisorAnswer[] = ['signed', 'refused', 'correction-asked']
const ANSWER_NAME = new RegExp(`^${answerField('(.+)')}$`)

/** Any fields at all: which there are depends on what waits. */
export const answersForm = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

type Typed = FormFault['values']

type Reader = {
  /** `YYYY-MM-DD`, where the supervisor is. */
  today: string
  /** The supervisor and the supervisees, who may be named. */
  people: readonly string[]
}

/** What a supervisor answered to each request, as the form sends it; what was left for later is left out. */
export function readAnswers(
  typed: Typed,
  reader: Reader,
): { answers: GivenAnswer[]; confirmed: Confirmation[] } | { fault: ScreenFault } {
  const errors: Record<string, string[]> = {}
  const answers: GivenAnswer[] = []
  for (const name of Object.keys(typed)) {
    const id = ANSWER_NAME.exec(name)?.[1]
    const answer = ANSWERS.find((known) => known === typedIn({ values: typed }, name))
    if (!id || !answer || !z.uuid().safeParse(id).success) continue
    const reason = typedIn({ values: typed }, reasonField(id)).trim()
    const because = whyNot(answer, reason)
    if (because) errors[reasonField(id)] = [because]
    answers.push({ id, answer, reason })
  }
  if (answers.length === 0) errors[''] = ['Nothing is chosen yet. Choose an answer for one entry at least.']
  if (Object.keys(errors).length > 0) return { fault: { errors, values: typed } }
  const reasons = answers.map(({ id, reason }) => [reasonField(id), { label: 'Reason', text: reason }])
  const screened = screenFields(Object.fromEntries(reasons), { typed, ...reader })
  return screened.clean ? { answers, confirmed: screened.confirmed } : { fault: screened.fault }
}

function whyNot(answer: SupervisorAnswer, reason: string): string | undefined {
  if (answer === 'signed')
    return reason ? 'A reason goes with no signature. Empty this, or ask for a correction.' : undefined
  if (!reason) return answer === 'refused' ? 'Write why you refuse it.' : 'Write what has to be corrected.'
  return reason.length > REASON_LENGTH ? `Use at most ${REASON_LENGTH} characters.` : undefined
}
