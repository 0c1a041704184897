import { requirePermission } from '#app/auth/guards.server.ts'
import { figure, inNumber } from '#app/domain/wording.ts'
import { viewWork } from '#app/features/credentials/desk/view-work.server.ts'
import { type CandidateList, viewCandidates } from '#app/features/credentials/view-candidates.server.ts'
import { requestContext } from '#app/http/context.ts'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import type { Route } from './+types/route'
import { Filters } from './filters.tsx'
import { IssuedTable } from './issued-table.tsx'
import { type AccreditationQuery, issueAllHref, listHref, readQuery } from './query.ts'
import { WaitingTable } from './waiting-table.tsx'
import { WorkList } from './work-list.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Accreditation · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const officer = await requirePermission(args, 'certificates.issue')
  const query = readQuery(args.request.url)
  const { now } = args.context.get(requestContext)
  const [list, work] = await Promise.all([viewCandidates(officer, query, now), viewWork(officer, now)])
  return { query, list, work, now }
}

export default function Accreditation({ loaderData: { query, list, work, now } }: Route.ComponentProps) {
  const isFiltered = Boolean(query.course || query.name)
  return (
    <>
      <PageHeader
        title="Accreditation"
        actions={
          <>
            <LinkButton href="/accreditation/statuses" variant="secondary">
              Statuses to issue
            </LinkButton>
            <LinkButton href="/accreditation/credentials" variant="secondary">
              All credentials
            </LinkButton>
            <LinkButton href="/accreditation/supervisors" variant="secondary">
              Supervisors
            </LinkButton>
            <LinkButton href="/accreditation/candidates" variant="secondary">
              Candidates on their pathways
            </LinkButton>
            <LinkButton href="/accreditation/trainings" variant="secondary">
              Trainings to check
            </LinkButton>
            <LinkButton href="/accreditation/providers" variant="secondary">
              Providers
            </LinkButton>
          </>
        }
      />
      <WorkList work={work} now={now} />
      <h2 id="certificates" className="mb-3 text-2xl">
        Course certificates
      </h2>
      <p className="mb-6 max-w-measure text-ink-muted">
        Everybody who has completed a course. Tick whom you want to issue certificates to; you see each one before it is
        issued.
      </p>
      <Filters query={query} courses={list.courses} />
      {query.state === 'waiting' ? (
        <Waiting query={query} list={list} isFiltered={isFiltered} />
      ) : (
        <IssuedTable
          candidates={list.candidates}
          caption={inNumber(list.total, { one: '1 certificate', other: '{n} certificates' })}
          empty={isFiltered ? 'No certificate fits this choice.' : 'No certificate has been issued yet.'}
        />
      )}
      <Pagination page={query.page} pageCount={list.pageCount} hrefOf={(page) => listHref(query, { page })} />
    </>
  )
}

type WaitingProps = { query: AccreditationQuery; list: CandidateList; isFiltered: boolean }

function Waiting({ query, list, isFiltered }: WaitingProps) {
  const areTicked = query.tick === 'all'
  const tickable = list.candidates.filter(({ isOwn }) => !isOwn).length
  const tick = listHref(query, { page: query.page, tick: areTicked ? undefined : 'all' })
  return (
    <form method="get" action="/accreditation/issue" className="grid gap-6">
      {tickable > 0 && (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button>See the certificates of those ticked</Button>
          <a href={tick} className="inline-flex min-h-target items-center">
            {areTicked ? 'Untick all' : `Tick all ${tickable} on this page`}
          </a>
          {list.total > 1 && (
            <a href={issueAllHref(query)} className="inline-flex min-h-target items-center">
              Issue all {figure(list.total)} that match
            </a>
          )}
          <a href="/accreditation/batches" className="inline-flex min-h-target items-center">
            Your batches
          </a>
        </div>
      )}
      <WaitingTable
        candidates={list.candidates}
        areTicked={areTicked}
        caption={inNumber(list.total, { one: '1 person waits', other: '{n} people wait, the longest first' })}
        empty={isFiltered ? 'Nobody who waits fits this choice.' : 'Nobody waits for a certificate.'}
      />
    </form>
  )
}
