import { z } from 'zod'
import { currentActor } from '#app/auth/guards.server.ts'
import { can } from '#app/auth/policy.ts'
import { workForm } from '#app/features/learning/lesson-forms.server.ts'
import { takeWork } from '#app/features/learning/offline/take-work.server.ts'
import { requestContext } from '#app/http/context.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { Route } from './+types/route'

const MAX_FORM_BYTES = 1_000_000

const sentForm = z.object({ key: z.uuid(), account: z.string().max(100), path: z.string().max(300) }).and(workForm)

/** Takes what was done on a lesson without a network. Answers in JSON: whoever asks is a worker, which tells the person. */
export async function action(args: Route.ActionArgs) {
  const actor = await currentActor(args)
  if (!actor) return refuse(401, 'You have been signed out.')
  if (!can(actor, 'learning.study')) return refuse(403, 'This account does not study.')
  const form = await parseForm(args.request, sentForm, { maxBytes: MAX_FORM_BYTES })
  if (!form.ok) return refuse(400, 'This could not be read.')
  const { key, account, path, ...work } = form.value
  const refused = await takeWork(actor, { key, account, path, work }, args.context.get(requestContext).now)
  return refused ? refuse(400, refused.fault) : Response.json({ isKept: true })
}

const refuse = (status: number, message: string) => Response.json({ message }, { status })
