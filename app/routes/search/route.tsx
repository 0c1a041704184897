import { requirePermission } from '#app/auth/guards.server.ts'
import { inNumber } from '#app/domain/wording.ts'
import { viewSearch } from '#app/features/search/view-search.server.ts'
import { pageParam } from '#app/http/params.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import type { Route } from './+types/route'
import { HitList } from './hit-list.tsx'
import { readQuery, type SearchQuery, searchHref } from './query.ts'
import { SearchForm } from './search-form.tsx'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.query.q ? `${loaderData.query.q} · ` : ''}Search · Stance` },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'learning.study')
  const query = readQuery(args.url.searchParams)
  const page = pageParam(args.request)
  const asked = { question: query.q, kind: query.kind, course: query.module, page }
  return { query, page, ...(await viewSearch(actor, asked)) }
}

export default function Search({ loaderData }: Route.ComponentProps) {
  const { query, page, hits, total, pageCount, guessed, courses } = loaderData
  return (
    <>
      <PageHeader title="Search" lead="Lessons, vignettes, courses and the words of the field." />
      <SearchForm query={query} courses={courses} />
      {query.q !== '' && (
        <section aria-labelledby="found" className="pt-10">
          <h2 id="found" className="pb-2 text-2xl">
            {total === 0
              ? `Nothing found for “${guessed ?? query.q}”`
              : inNumber(
                  total,
                  { one: 'One result for “{words}”', other: '{n} results for “{words}”' },
                  { words: guessed ?? query.q },
                )}
          </h2>
          {guessed !== null && (
            <p className="pb-2 text-ink-muted">Nothing has “{query.q}”. These have the words that come closest.</p>
          )}
          {total === 0 ? <NothingFound query={query} /> : <HitList hits={hits} />}
          <Pagination page={page} pageCount={pageCount} hrefOf={(other) => searchHref(query, other)} />
        </section>
      )}
    </>
  )
}

function NothingFound({ query }: { query: SearchQuery }) {
  const isNarrowed = query.kind !== null || query.module !== null
  return (
    <EmptyState
      title={isNarrowed ? 'You looked in a part only' : 'Try fewer words, or another one'}
      headingLevel={3}
      actions={
        isNarrowed && (
          <LinkButton variant="secondary" href={searchHref({ ...query, kind: null, module: null }, 1)}>
            Look in everything
          </LinkButton>
        )
      }
    >
      <p>
        Every word has to be there. Quotation marks hold words together, “or” between two takes either, and a minus
        before a word leaves out what has it. The text of a lesson is looked through once you are enrolled in its
        course.
      </p>
    </EmptyState>
  )
}
