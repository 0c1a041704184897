import { requirePermission } from '#app/auth/guards.server.ts'
import { isApprovedOn } from '#app/domain/portfolio/approval.ts'
import { viewStatement } from '#app/features/portfolio/send-statement.server.ts'
import { idParam } from '#app/http/params.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Status } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'A supervisor’s statement · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'statements.read')
  return { statement: await viewStatement(actor, idParam(args.params.id)), timeZone: actor.timeZone }
}

export default function Statement({ loaderData: { statement, timeZone } }: Route.ComponentProps) {
  const { traineeName, supervisorName, isPositive, body, sentAt, isReplaced, approvals } = statement
  const parts = [
    { title: 'How they have worked together', text: body.work },
    { title: 'What the trainee does well', text: body.strengths },
    { title: 'What the trainee still works on', text: body.development },
  ]
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/accreditation', label: 'Accreditation' }]} />}
        eyebrow="A supervisor’s statement"
        title={traineeName}
        lead={
          <>
            By {supervisorName}, <Time value={sentAt} zone={timeZone} />.{' '}
            {isApprovedOn(approvals, sentAt.slice(0, 10)) ? 'Approved on that day.' : 'Not approved on that day.'}
          </>
        }
      />
      <div className="grid max-w-measure gap-8">
        {isReplaced && <Notice title="A later statement of the same supervisor took its place" />}
        <p>
          {isPositive ? (
            <Status status="met">Ready to practise independently</Status>
          ) : (
            <Status status="not-yet">Not yet</Status>
          )}
        </p>
        {parts.map(({ title, text }) => (
          <section key={title} aria-label={title} className="grid gap-2">
            <h2 className="text-xl">{title}</h2>
            <p className="whitespace-pre-line font-serif text-lg wrap-anywhere">{text}</p>
          </section>
        ))}
        <p className="text-ink-muted text-sm">The trainee knows that it was sent, and does not see what it says.</p>
      </div>
    </>
  )
}
