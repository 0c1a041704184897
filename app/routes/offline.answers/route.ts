import { z } from 'zod'
import { currentActor } from '#app/auth/guards.server.ts'
import { can } from '#app/auth/policy.ts'
import { answerFields, givenAnswer } from '#app/features/learning/answer-fields.server.ts'
import { takeAnswer } from '#app/features/learning/offline/take-answer.server.ts'
import { requestContext } from '#app/http/context.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { Route } from './+types/route'

const answerSchema = z.object({
  key: z.uuid(),
  account: z.string().max(100),
  path: z.string().max(300),
  question: z.string().max(100),
  ...answerFields,
})

/** Takes an answer that was written without a network. Answers in JSON: whoever asks is a worker, which tells the person. */
export async function action(args: Route.ActionArgs) {
  const actor = await currentActor(args)
  if (!actor) return refuse(401, 'You have been signed out.')
  if (!can(actor, 'learning.study')) return refuse(403, 'This account does not study.')
  const form = await parseForm(args.request, answerSchema)
  if (!form.ok) return refuse(400, 'This could not be read.')
  const answer = { ...form.value, chosen: givenAnswer(form.value) }
  const refused = await takeAnswer(actor, answer, args.context.get(requestContext).now)
  return refused ? refuse(400, refused.fault) : Response.json({ isKept: true })
}

const refuse = (status: number, message: string) => Response.json({ message }, { status })
