import { data } from 'react-router'
import { z } from 'zod'
import { requireActor } from '#app/auth/guards.server.ts'
import { inNumber } from '#app/domain/wording.ts'
import { ERASURES, eraseOnRequest } from '#app/features/portfolio/erase-entries.server.ts'
import { viewRetention } from '#app/features/portfolio/view-retention.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { faultIn, parseForm } from '#app/http/form.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { Classes } from './classes.tsx'
import { EraseForm } from './erase-form.tsx'
import { NextDue } from './next-due.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'How long it is kept · Stance' }]

const erasureForm = z.object({
  erasure: z.enum(ERASURES, 'Choose what is to be erased.'),
  isSure: z.literal('on', 'Tick this: what is erased cannot be brought back.'),
})

/** For whoever has something to be erased, also when they are a trainee no longer. */
export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  return viewRetention(actor, args.context.get(requestContext).now)
}

export async function action(args: Route.ActionArgs) {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, erasureForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const done = await eraseOnRequest(actor, form.value.erasure, args.context.get(requestContext).now)
  if ('refused' in done) return data({ fault: faultIn('', done.refused, form.typed) }, { status: 400 })
  const what = inNumber(done.erased, {
    one: 'One entry is erased. That it was there stays in the audit trail.',
    other: '{n} entries are erased. That they were there stays in the audit trail.',
  })
  return redirectWithFlash('/portfolio/retention', what)
}

export default function Retention({ loaderData, actionData }: Route.ComponentProps) {
  const { classes, next, firstOn, total, takenOut, daysAfterRemoval, isHeld } = loaderData
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/portfolio', label: 'Portfolio' }]} />}
        title="How long it is kept"
        lead="Nothing here is kept for ever. What has served its purpose is erased by itself, and you can see beforehand when."
      />
      <div className="grid gap-section">
        <NextDue next={next} firstOn={firstOn} isHeld={isHeld} />
        <Classes classes={classes} daysAfterRemoval={daysAfterRemoval} />
        <EraseForm total={total} takenOut={takenOut} isHeld={isHeld} fault={actionData?.fault} />
      </div>
    </>
  )
}
