import { z } from 'zod'
import type { Actor } from '#app/domain/people.ts'
import { adoptCut, adoptForm } from '#app/features/standards/adopt-cut.server.ts'
import { closeRound, judge, type OfVignette, openExercise } from '#app/features/standards/run-exercise.server.ts'
import { type FormFault, faultIn, parseForm } from '#app/http/form.server.ts'

const round = z.coerce.number().pipe(z.union([z.literal(1), z.literal(2)]))

const standardForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('open') }),
  z.looseObject({ intent: z.literal('judge'), round }),
  z.object({ intent: z.literal('close-round'), round }),
  adoptForm.extend({ intent: z.literal('adopt') }),
])

type Changed = { done: string; tone?: 'info' } | { fault: FormFault }

/** Does what one of the page's forms asks. @returns what to say about it, or what has to be put right. */
export async function changeStandard(actor: Actor, of: OfVignette, request: Request, now: Date): Promise<Changed> {
  const form = await parseForm(request, standardForm)
  if (!form.ok) return form
  const wish = form.value
  switch (wish.intent) {
    case 'open':
      await openExercise(actor, of, now)
      return { done: 'The exercise is open. Every training lead can judge now.' }
    case 'judge': {
      const judged = await judge(actor, { ...of, round: wish.round }, form.typed, now)
      if ('faults' in judged) return { fault: { errors: judged.faults, values: form.typed } }
      return 'refused' in judged ? { done: judged.refused, tone: 'info' } : { done: 'Your estimates are kept.' }
    }
    case 'close-round': {
      const closed = await closeRound(actor, { ...of, round: wish.round }, now)
      return 'refused' in closed ? { done: closed.refused, tone: 'info' } : { done: 'The round is closed.' }
    }
    case 'adopt': {
      const adopted = await adoptCut(actor, of, wish, now)
      if ('refused' in adopted) return { fault: faultIn('basis', adopted.refused, form.typed) }
      return { done: 'The cut is adopted and holds from now on.' }
    }
  }
}
