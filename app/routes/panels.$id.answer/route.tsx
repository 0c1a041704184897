import { data } from 'react-router'
import { requireActor } from '#app/auth/guards.server.ts'
import { SupportLine } from '#app/features/assessment/support-line.tsx'
import { draftVault } from '#app/features/drafts/draft-vault.server.ts'
import { answerPanel } from '#app/features/panels/answer-panel.server.ts'
import type { RefusedSeat } from '#app/features/panels/read-seat.server.ts'
import { saveSeat } from '#app/features/panels/save-seat.server.ts'
import { viewSeat } from '#app/features/panels/view-seat.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Time } from '#app/ui/time.tsx'
import '#app/features/keyed/coding.css'
import '#app/features/keyed/items.css'
import type { Route } from './+types/route'
import { BenchmarkSeat } from './benchmark-seat.tsx'
import { KeyedSeat } from './keyed-seat.tsx'
import { readSeatForm } from './read-seat-form.server.ts'
import { shownSeat } from './shown-seat.server.ts'

export const handle = { hydrate: true }

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `Your judgement: ${loaderData?.seat.title ?? 'panel'} · Stance` },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  const seat = await viewSeat(actor, args.params.id, args.context.get(requestContext).now)
  return { seat: await shownSeat(seat), vault: draftVault(actor.id), timeZone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requireActor(args)
  const { id } = args.params
  const { now } = args.context.get(requestContext)
  const { intent, ...sent } = await readSeatForm(args.request)
  if (intent === 'save') {
    const refused = await saveSeat(actor, id, sent, now)
    if (refused) return data(refused, { status: refused.newer ? 409 : 400 })
    return redirectWithFlash(`/panels/${id}/answer`, 'Your answer is saved. It counts once you give it.')
  }
  const result = await answerPanel(actor, id, sent, now)
  if ('refused' in result) return data(result.refused, { status: result.refused.newer ? 409 : 400 })
  return redirectWithFlash(
    `/panels/${id}/answer`,
    'Thank you. Your judgement is in; you can change it until the panel closes.',
  )
}

export default function Seat({ loaderData: { seat, vault, timeZone }, actionData }: Route.ComponentProps) {
  const { title, itemTitle, closesOn, answeredAt, warning, closed } = seat
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/panels', label: 'Panels' }]} />}
        eyebrow={`Panel: ${title}`}
        title={itemTitle}
        lead={
          <>
            Judge by yourself, as you would in your own room. The panel takes answers until the end of{' '}
            <Time value={closesOn} zone="UTC" />.{' '}
            {answeredAt && (
              <>
                You answered on <Time value={answeredAt} zone={timeZone} style="date-time" />.
              </>
            )}
          </>
        }
      />
      <div className="grid gap-8">
        {warning && (
          <Notice kind="content-warning" title="What you will meet here" support={<SupportLine />}>
            <p>{warning.text}</p>
          </Notice>
        )}
        {closed && <Notice kind="caution" title={closed} />}
        {seat.form === 'keyed' ? (
          <KeyedSeat seat={seat} vault={vault} timeZone={timeZone} refused={refusedAs('keyed', actionData)} />
        ) : (
          <BenchmarkSeat seat={seat} vault={vault} timeZone={timeZone} refused={refusedAs('benchmark', actionData)} />
        )}
      </div>
    </>
  )
}

/** A form that came back is of the kind that was sent. */
const refusedAs = <Form extends RefusedSeat['form']>(form: Form, refused: RefusedSeat | undefined) =>
  refused?.form === form ? (refused as Extract<RefusedSeat, { form: Form }>) : undefined
