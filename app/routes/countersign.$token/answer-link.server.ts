import { todayIn } from '#app/domain/portfolio/days.ts'
import { CODE_FIELD, FRESH_LINK, SIGN_THE_REST } from '#app/features/portfolio/answer-fields.ts'
import { answeredWords } from '#app/features/portfolio/answered-words.ts'
import { type Asked, answerByLink, sendSigningCode, viewLink } from '#app/features/portfolio/countersign-link.server.ts'
import { sendFreshLink } from '#app/features/portfolio/fresh-link.server.ts'
import { answersForm, readAnswers } from '#app/features/portfolio/read-answers.server.ts'
import { signTheRest } from '#app/features/portfolio/sign-the-rest.ts'
import { withStanding } from '#app/features/portfolio/view-supervisees.server.ts'
import { type FormFault, faultIn, parseForm } from '#app/http/form.server.ts'
import { typedIn } from '#app/http/form-errors.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'

type Done =
  | { fault: ScreenFault }
  | { isLinkAskedFor: true }
  /** Nothing is answered yet: what was chosen so far stands in the page that comes back, which asks for the code where one was sent. */
  | { kept: FormFault; isCodeSent: boolean; signedNow?: number }
  | { isOver: true }
  | { words: string; isWhole: boolean }

/**
 * Does what the page's form asks: has a code sent, or answers, and either keeps what was chosen and typed; or, once the link has
 * expired, has a new one sent.
 * @param limit counts one more mail of this kind that is asked for by this link.
 */
export async function answerLink(
  token: string,
  request: Request,
  asked: Asked,
  limit: (mail: 'signing-code' | 'fresh-link') => Promise<void>,
): Promise<Done> {
  const form = await parseForm(request, answersForm)
  const typed = form.ok ? form.typed : form.fault.values
  if (typed.intent === FRESH_LINK) {
    await limit('fresh-link')
    await sendFreshLink(token, asked)
    return { isLinkAskedFor: true }
  }
  const view = await viewLink(token, asked.actor, asked.now)
  if (view.state !== 'open') return { isOver: true }
  if (typed.intent === SIGN_THE_REST) {
    const waiting = view.requests.filter((request) => withStanding(request).standing === 'waiting')
    const { fault: kept, signedNow } = signTheRest(waiting, typed)
    return { kept, isCodeSent: false, signedNow }
  }
  const people = [view.supervisorName, ...view.requests.map(({ ownerName }) => ownerName)]
  const read = readAnswers(typed, { today: todayIn(view.timeZone, asked.now), people })
  if ('fault' in read) return read
  if (typed.intent === 'code') {
    await limit('signing-code')
    if (!(await sendSigningCode(token, asked))) return { isOver: true }
    return { isCodeSent: true, kept: { errors: {}, values: { ...typed, [CODE_FIELD]: '' } } }
  }
  const code = typedIn({ values: typed }, CODE_FIELD)
  const result = await answerByLink(token, { code, ...read }, asked)
  if ('answered' in result)
    return { words: answeredWords(result.answered), isWhole: result.answered.refused.length === 0 }
  return result.refused === 'link' ? { isOver: true } : { fault: faultIn(CODE_FIELD, result.because, typed) }
}
