import { currentActor } from '#app/auth/guards.server.ts'
import { can } from '#app/auth/policy.ts'
import { DRAFT_KINDS } from '#app/domain/draft.ts'
import { readDraft } from '#app/features/drafts/read-draft.server.ts'
import { draftRules, keepDraft } from '#app/features/drafts/save-draft.server.ts'
import { requestContext } from '#app/http/context.ts'
import type { Route } from './+types/route'

/** Takes unsent work from an open page. Answers in JSON: whoever asks is a script, which tells the person. */
export async function action(args: Route.ActionArgs) {
  const actor = await currentActor(args)
  if (!actor) return refuse(401, 'You have been signed out.')
  const kind = DRAFT_KINDS.find((name) => name === args.params.kind)
  if (!kind) return refuse(404, 'There is no such kind of work.')
  const { permission } = draftRules[kind]
  if (permission && !can(actor, permission)) return refuse(403, 'This work cannot be saved by this account.')

  const draft = await readDraft(args.request)
  if (draft === 'too-large') return refuse(413, 'This is too much text to be saved.')
  if (!draft) return refuse(400, 'This could not be read.')

  const { now } = args.context.get(requestContext)
  const kept = await keepDraft(actor, { ...draft, kind, subject: args.params.subject }, now)
  if ('closed' in kept) return refuse(410, kept.closed)
  return Response.json(kept, { status: 'newer' in kept ? 409 : 200 })
}

const refuse = (status: number, message: string) => Response.json({ message }, { status })
