import { type ActionFunctionArgs, data } from 'react-router'
import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { endRole, grantForm, grantRole } from '#app/features/people/grant-role.server.ts'
import { inviteAgain } from '#app/features/people/invite-person.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { type FormFault, faultIn, parseForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.ts'

/** The page has three forms; each says by `intent` which one it is. */
const personForms = (actor: Actor, now: Date) =>
  z.discriminatedUnion('intent', [
    grantForm(actor, now).extend({ intent: z.literal('grant') }),
    z.object({ intent: z.literal('end'), grantId: z.uuid() }),
    z.object({ intent: z.literal('invite-again') }),
  ])

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, 'people.manage')
  const personId = idParam(args.params.id)
  const { now } = args.context.get(requestContext)
  const form = await parseForm(args.request, personForms(actor, now))
  if (!form.ok) return refused(form.fault)

  const back = `/admin/people/${personId}`
  switch (form.value.intent) {
    case 'grant': {
      const decision = await grantRole({ personId, ...form.value }, actor, now)
      if (!decision.allowed) return refused(faultIn('role', decision.because, form.typed))
      return redirectWithFlash(back, 'The role is given, from now on.')
    }
    case 'end': {
      const decision = await endRole({ personId, grantId: form.value.grantId }, actor, now)
      if (!decision.allowed) return redirectWithFlash(back, decision.because, 'critical')
      return redirectWithFlash(back, 'The role has ended, as of now.')
    }
    case 'invite-again': {
      const isSent = await inviteAgain(personId, actor, now)
      return redirectWithFlash(back, isSent ? 'The invitation is on its way again.' : 'There is no invitation to send.')
    }
  }
}

const refused = (fault: FormFault) => data({ fault }, { status: 400 })
