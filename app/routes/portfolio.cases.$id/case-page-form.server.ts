import type { Actor } from '#app/domain/people.ts'
import { inNumber } from '#app/domain/wording.ts'
import { casePageForm } from '#app/features/portfolio/case-form.server.ts'
import { addSessions, takeCaseOut, takeSessionsOut } from '#app/features/portfolio/keep-case.server.ts'
import { type FormFault, parseForm } from '#app/http/form.server.ts'

export type RefusedChange =
  | { intent: 'add-sessions' | 'take-sessions-out'; fault: FormFault }
  | { intent: 'take-out'; reason: string }

type Changed = { done: string; isGone?: boolean } | { refused: RefusedChange }

/** Does what one of the page's forms asks. @returns what to say about it, or what has to be put right. */
export async function changeCase(actor: Actor, id: string, request: Request, now: Date): Promise<Changed> {
  const form = await parseForm(request, casePageForm)
  if (!form.ok) {
    const intent = form.fault.values.intent === 'take-sessions-out' ? 'take-sessions-out' : 'add-sessions'
    return { refused: { intent, fault: form.fault } }
  }
  const { value, typed } = form
  if (value.intent === 'take-out') {
    const result = await takeCaseOut(actor, id, now)
    if (result) return { refused: { intent: 'take-out', reason: result.refused } }
    return { done: 'The case is no longer in your portfolio.', isGone: true }
  }
  if (value.intent === 'take-sessions-out') {
    const taken = await takeSessionsOut(actor, id, { value, typed }, now)
    if ('fault' in taken) return { refused: { intent: value.intent, fault: taken.fault } }
    return {
      done: inNumber(value.session.length, { one: '1 session is taken out.', other: '{n} sessions are taken out.' }),
    }
  }
  const added = await addSessions(actor, id, { value, typed }, now)
  if ('fault' in added) return { refused: { intent: value.intent, fault: added.fault } }
  return { done: inNumber(added.added ?? 0, { one: '1 session is added.', other: '{n} sessions are added.' }) }
}
