import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { readAudit } from '#app/features/audit/read-audit.server.ts'
import { requestContext } from '#app/http/context.ts'
import { Icon } from '#app/ui/icon.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { EntryTable } from './entry-table.tsx'
import { SealingState } from './sealing-state.tsx'
import { SearchForm } from './search-form.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Audit trail · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'audit.read')
  const { now } = args.context.get(requestContext)
  const view = await readAudit(actor, new URL(args.request.url).searchParams, now)
  // An address that nobody has is a search without a result; what could not be read is a mistake.
  return data({ ...view, zone: actor.timeZone }, { status: view.state ? 200 : 400 })
}

export default function Audit({ loaderData: { typed, errors, state, entries, next, zone } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Audit trail"
        lead="Who decided, released, issued, exported or opened what, and when. Nothing here can be changed. That you read about one person or one thing is itself recorded."
      />
      <div className="grid gap-section">
        {state && <SealingState state={state} zone={zone} />}
        <SearchForm typed={typed} errors={errors} />
        {state && (
          <section aria-labelledby="entries">
            <h2 id="entries" className="mb-4 text-2xl">
              Entries
            </h2>
            <EntryTable entries={entries} zone={zone} />
            <Pages typed={typed} next={next} />
          </section>
        )}
      </div>
    </>
  )
}

/** By the last entry and not by number: new entries come in at the top while somebody reads. */
function Pages({ typed, next }: { typed: Record<string, string>; next: string | null }) {
  const { before, ...search } = typed
  const hrefOf = (changes: Record<string, string>) => {
    const given = Object.entries({ ...search, ...changes }).filter(([, value]) => value !== '')
    return `/admin/audit?${new URLSearchParams(given)}`
  }
  if (!before && !next) return null
  return (
    <nav aria-label="Pages" className="mt-6 flex flex-wrap justify-between gap-4 print:hidden">
      {before ? (
        <a href={hrefOf({})} className={step}>
          <Icon name="arrow-right" className="size-5 rotate-180" /> Newest
        </a>
      ) : (
        <span />
      )}
      {next && (
        <a href={hrefOf({ before: next })} rel="next" className={step}>
          Older <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  )
}

const step = 'inline-flex min-h-target items-center gap-2 px-1 font-medium'
