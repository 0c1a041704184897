import { data, redirect } from 'react-router'
import { currentActor } from '#app/auth/guards.server.ts'
import { hasDevelopmentMailbox } from '#app/features/notices/development-mailbox.server.ts'
import { viewLink } from '#app/features/portfolio/countersign-link.server.ts'
import { withStanding } from '#app/features/portfolio/view-supervisees.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash, takeFlash } from '#app/http/flash.server.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import { Flash } from '#app/ui/flash.tsx'
import type { Route } from './+types/route'
import { answerLink } from './answer-link.server.ts'
import { ExpiredLink, OtherPersonsLink, UnknownLink } from './closed-link.tsx'
import { OpenLink } from './open-link.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Countersign · Stance' }]

/** Changes nothing: programs that scan mail open every link in it. */
export async function loader(args: Route.LoaderArgs) {
  await limitRate(args, 'token')
  const { token } = args.params
  const view = await viewLink(token, await currentActor(args), args.context.get(requestContext).now)
  const shown = view.state === 'open' ? { ...view, requests: view.requests.map(withStanding) } : view
  return { token, view: shown, flash: takeFlash(args.context), hasMailbox: hasDevelopmentMailbox() }
}

export async function action(args: Route.ActionArgs) {
  await limitRate(args, 'token')
  const { token } = args.params
  const { now, id: requestId } = args.context.get(requestContext)
  const asked = { actor: await currentActor(args), requestId, now }
  const done = await answerLink(token, args.request, asked, (mail) => limitRate(args, mail, token))
  if ('fault' in done) return data({ fault: done.fault, isCodeSent: false, signedNow: undefined }, { status: 400 })
  if ('kept' in done) return { fault: done.kept, isCodeSent: done.isCodeSent, signedNow: done.signedNow }
  if ('isLinkAskedFor' in done) return redirectWithFlash(`/countersign/${token}`, LINK_ASKED_FOR, 'info')
  if ('isOver' in done) return redirect(`/countersign/${token}`)
  return redirectWithFlash(`/countersign/${token}`, done.words, done.isWhole ? 'positive' : 'info')
}

/** The same whether anything waits or not. */
const LINK_ASKED_FOR = 'If anything still waits for you, a new link is on its way to you by mail.'

export default function Countersign({ loaderData, actionData }: Route.ComponentProps) {
  const { token, view, flash, hasMailbox } = loaderData
  return (
    <div className="mx-auto max-w-measure">
      {flash && !actionData && (
        <div className="mb-8">
          <Flash tone={flash.tone}>{flash.text}</Flash>
        </div>
      )}
      {view.state === 'unknown' && <UnknownLink />}
      {view.state === 'expired' && <ExpiredLink {...view} token={token} hasMailbox={hasMailbox && Boolean(flash)} />}
      {view.state === 'other-person' && <OtherPersonsLink {...view} />}
      {view.state === 'open' && (
        <OpenLink
          token={token}
          view={view}
          fault={actionData?.fault}
          signedNow={actionData?.signedNow}
          isCodeSent={actionData?.isCodeSent ?? false}
          hasMailbox={hasMailbox}
        />
      )}
    </div>
  )
}
