import { requireActor } from '#app/auth/guards.server.ts'
import { viewReturn } from '#app/features/billing/own-purchases.server.ts'
import { requestContext } from '#app/http/context.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Your purchase · Stance' }]

/** Where one comes back to from paying. It gives nothing by itself, so that it may be kept and opened again. */
export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  const sessionId = args.url.searchParams.get('session') ?? ''
  return viewReturn(actor, sessionId, args.context.get(requestContext).now)
}

export default function CheckoutReturn({ loaderData: purchase }: Route.ComponentProps) {
  const { isEnrolled, isGiving, purpose, state, title, href } = purchase
  if (isGiving && purpose.endsWith('_fee'))
    return (
      <>
        <PageHeader title="The fee is paid" lead={`${title}: accreditation staff look at what you handed in.`} />
        <Ways>
          <LinkButton href={href}>See your application</LinkButton>
          <Purchases />
        </Ways>
      </>
    )
  if (isEnrolled)
    return (
      <>
        <PageHeader title="The course is yours" lead={`${title}: paid, and you are enrolled.`} />
        <Ways>
          <LinkButton href={href}>Begin the course</LinkButton>
          <Purchases />
        </Ways>
      </>
    )
  if (purpose === 'seats' && (state === 'paid' || state === 'part-refunded'))
    return (
      <>
        <PageHeader title="The seats are yours" lead={`${title}: paid. Give the seats to your people.`} />
        <Ways>
          <LinkButton href={href}>Go to the seats</LinkButton>
          <Purchases />
        </Ways>
      </>
    )
  const isWaiting = state === 'open' || state === 'processing'
  return (
    <>
      <PageHeader
        title={isWaiting ? 'Your payment has not arrived yet' : 'This purchase gives nothing now'}
        lead={
          isWaiting
            ? 'We keep looking every few minutes, and what you paid for is yours as soon as it is here. You need not wait on this page, and nothing has to be paid again.'
            : `What became of the order of ${title} stands among your purchases.`
        }
      />
      <Ways>
        <Purchases />
      </Ways>
    </>
  )
}

const Ways = ({ children }: { children: React.ReactNode }) => <div className="flex flex-wrap gap-3">{children}</div>

const Purchases = () => (
  <LinkButton href="/settings/purchases" variant="secondary">
    See your purchases
  </LinkButton>
)
