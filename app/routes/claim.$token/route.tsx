import { data, Form, redirect } from 'react-router'
import { currentActor, requirePermission } from '#app/auth/guards.server.ts'
import type { Path } from '#app/domain/notices.ts'
import { claimSeat, needsSignIn, openSeatLink } from '#app/features/billing/seats/claim-seat.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { withNext } from '#app/http/next-path.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Your seat · Stance' }]

/** Changes nothing: programs that scan mail open every link in it. */
export async function loader(args: Route.LoaderArgs) {
  await limitRate(args, 'token')
  const actor = await currentActor(args)
  const { token } = args.params
  const here: Path = `/claim/${token}`
  if (needsSignIn(token, actor)) throw redirect(withNext('/sign-in', here))
  const opened = await openSeatLink(token, actor)
  const seat = opened && { title: opened.title, slug: opened.courseSlug, organisationName: opened.organisationName }
  return { seat, name: actor?.name, next: here }
}

export async function action(args: Route.ActionArgs) {
  await limitRate(args, 'token')
  const actor = await requirePermission(args, 'learning.study')
  const claimed = await claimSeat(actor, args.params.token, args.context.get(requestContext).now)
  if ('refused' in claimed) return data({ refused: claimed.refused }, { status: 400 })
  return redirectWithFlash(`/learn/${claimed.courseSlug}`, 'The seat is yours, and the course is open.')
}

export default function Claim({ loaderData: { seat, name, next }, actionData }: Route.ComponentProps) {
  if (actionData?.refused)
    return (
      <>
        <PageHeader title="No seat was taken" />
        <div className="grid max-w-measure justify-items-start gap-6">
          <Notice kind="caution">{actionData.refused}</Notice>
          <LinkButton href="/learn" variant="secondary">
            Go to your learning
          </LinkButton>
        </div>
      </>
    )
  if (!seat)
    return (
      <PageHeader
        title="This link leads to no seat"
        lead="The seat was taken, taken back, or the link was shut. Please ask whoever sent it to you."
      />
    )
  return (
    <>
      <PageHeader
        eyebrow={`${seat.organisationName} pays`}
        title={seat.title}
        lead={<a href={`/courses/${seat.slug}`}>What this course is</a>}
      />
      <div className="grid max-w-measure gap-6">
        <p>
          {seat.organisationName} sees your name and address, whether you have begun, and whether you have completed the
          course. It never sees your answers, your marks or your portfolio. What you have begun stays yours, even if you
          leave.
        </p>
        {name ? <Take name={name} /> : <ComeIn next={next} />}
      </div>
    </>
  )
}

const Take = ({ name }: { name: string }) => (
  <Form method="post" className="grid justify-items-start gap-2">
    <Button>Take this seat</Button>
    <p className="text-ink-muted text-sm">You are signed in as {name}.</p>
  </Form>
)

function ComeIn({ next }: { next: Path }) {
  return (
    <>
      <p>To take the seat, sign in. If you have no account yet, create one: it leads you back here.</p>
      <div className="flex flex-wrap gap-3">
        <LinkButton href={withNext('/sign-in', next)}>Sign in</LinkButton>
        <LinkButton href={withNext('/sign-up', next)} variant="secondary">
          Create an account
        </LinkButton>
      </div>
    </>
  )
}
