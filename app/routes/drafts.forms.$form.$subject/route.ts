import { currentActor } from '#app/auth/guards.server.ts'
import { can } from '#app/auth/policy.ts'
import { FORM_KINDS } from '#app/domain/draft.ts'
import { keepForm, viewKeptForm } from '#app/features/drafts/keep-form.server.ts'
import { readDraft } from '#app/features/drafts/read-draft.server.ts'
import { requestContext } from '#app/http/context.ts'
import type { Route } from './+types/route'
import { formRules } from './form-rules.server.ts'

/** Gives an open page what was written into its form before. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, which } = await requireForm(args)
  return Response.json({ saved: await viewKeptForm(actor, which) })
}

/** Takes what was written into a form and not sent. Answers in JSON: whoever asks is a script, which tells the person. */
export async function action(args: Route.ActionArgs) {
  const { actor, which } = await requireForm(args)
  const draft = await readDraft(args.request)
  if (draft === 'too-large') throw refusal(413, 'This is too much text to be saved.')
  const kept = draft && (await keepForm(actor, which, draft, args.context.get(requestContext).now))
  if (!kept) throw refusal(400, 'This could not be read.')
  return Response.json(kept, { status: 'newer' in kept ? 409 : 200 })
}

/** Whoever may open the page that the form stands on. */
async function requireForm(args: Route.ActionArgs) {
  const actor = await currentActor(args)
  if (!actor) throw refusal(401, 'You have been signed out.')
  const form = FORM_KINDS.find((name) => name === args.params.form)
  if (!form) throw refusal(404, 'There is no such form.')
  const { permission, find } = formRules[form]
  if (permission && !can(actor, permission)) throw refusal(403, 'This work cannot be saved by this account.')
  const { subject } = args.params
  const [one = '', other = '', ...more] = subject.split('.')
  if (more.length > 0) throw refusal(404, 'There is no such form.')
  await find({ actor, subject, parts: [one, other], now: args.context.get(requestContext).now })
  return { actor, which: { form, subject } }
}

const refusal = (status: number, message: string) => Response.json({ message }, { status })
