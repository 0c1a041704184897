import { requirePermission } from '#app/auth/guards.server.ts'
import { viewPortfolio } from '#app/features/portfolio/view-portfolio.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { KeptByKind } from './kept-by-kind.tsx'
import { RecentEntries } from './recent-entries.tsx'
import { Waiting } from './waiting.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Portfolio · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  return { portfolio: await viewPortfolio(actor), timeZone: actor.timeZone }
}

export default function PortfolioOverview({ loaderData: { portfolio, timeZone } }: Route.ComponentProps) {
  const { isEmpty, kinds, recent } = portfolio
  return (
    <>
      <PageHeader
        title="Portfolio"
        lead={isEmpty ? undefined : 'Your practice under supervision, as your pathway counts it.'}
        actions={
          !isEmpty && (
            <>
              <LinkButton href="/portfolio/supervision/new">Log a session</LinkButton>
              <LinkButton href="/portfolio/cases" variant="secondary">
                Add to a case
              </LinkButton>
            </>
          )
        }
      />
      {isEmpty ? (
        <NothingYet />
      ) : (
        <div className="grid gap-section">
          <Waiting portfolio={portfolio} timeZone={timeZone} />
          <KeptByKind kinds={kinds} />
          <RecentEntries entries={recent} timeZone={timeZone} />
          <div className="grid gap-3">
            <p>
              <a href="/portfolio/import">Import an earlier log</a> of supervision and sessions
            </p>
            <p>
              Take everything with you: <a href="/portfolio/export.csv">as a table (CSV)</a> or{' '}
              <a href="/portfolio/export.json">with every version (JSON)</a>
            </p>
            <p>
              <a href="/portfolio/retention">How long all of this is kept</a>, and how to have it erased
            </p>
          </div>
        </div>
      )}
    </>
  )
}

const NothingYet = () => (
  <EmptyState
    title="Your portfolio begins with a case"
    actions={
      <>
        <LinkButton href="/portfolio/cases/new">Begin a case</LinkButton>
        <LinkButton href="/portfolio/supervision/new" variant="secondary">
          Log supervision
        </LinkButton>
      </>
    }
  >
    <p>
      Here you keep what a status rests on: treatments with their sessions, supervision, reviewed clips, trainings
      elsewhere, reflections and CPD. Your supervisor countersigns; your progress shows at any moment what counts, what
      is missing and why. Nothing that tells who a patient is belongs here, and what you write is looked through for it.
    </p>
    <p className="mt-3">
      <a href="/portfolio/trainings/new">Enter a training elsewhere</a>, <a href="/portfolio/cpd/new">add CPD</a> or{' '}
      <a href="/portfolio/reflections/new">write a reflection</a> at any time. A log that you have kept in a spreadsheet
      can be <a href="/portfolio/import">imported</a> once its cases are here.
    </p>
  </EmptyState>
)
