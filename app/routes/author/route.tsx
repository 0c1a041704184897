import { requirePermission } from '#app/auth/guards.server.ts'
import { FILE_FILTERS, viewFiles } from '#app/features/authoring/view-files.server.ts'
import { whyHeld } from '#app/features/authoring/why-held.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterChoice, FilterForm, FilterText } from '#app/ui/filter-form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { FileTable } from './file-table.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Content · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'content.author')
  const { searchParams } = new URL(args.request.url)
  const words = (searchParams.get('q') ?? '').trim().slice(0, 100)
  const filter = FILE_FILTERS.find((one) => one === searchParams.get('show'))
  const page = await viewFiles({ words, filter })
  return { page, words, filter, held: page.isHeld ? await whyHeld() : [], timeZone: actor.timeZone }
}

const filters = [
  { value: 'open', label: 'With points to confirm' },
  { value: 'changed', label: 'Changed here' },
]

export default function Content({ loaderData: { page, words, filter, held, timeZone } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Content"
        lead="All that is taught and marked, as it is written. A change is checked with everything else, and becomes a new version; what was made under the old one keeps it."
      />
      <div className="grid gap-6">
        {page.isHeld && (
          <Notice kind="critical" title="Nothing new is published">
            <p>
              The installation has brought files that do not go with what was written here. Readers have what they had.
              Put these right, and all of it is published together:
            </p>
            <ul className="list-disc ps-5">
              {held.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Notice>
        )}
        {page.toDecide.length > 0 && (
          <Notice kind="caution" title="Changed here, and by the installation as well">
            <p>What was written here is published until you take the one or the other.</p>
            <ul>
              {page.toDecide.map(({ name, title, kind }) => (
                <li key={name}>
                  {kind}: <a href={`/author/${name}`}>{title}</a>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <FilterForm>
          <FilterText name="q" label="Title" value={words} />
          <FilterChoice name="show" label="Show" value={filter} all="Everything" options={filters} />
        </FilterForm>
      </div>
      {page.groups.length === 0 ? (
        <EmptyState title="Nothing is called that">
          <p>
            Look at <a href="/author">everything</a>.
          </p>
        </EmptyState>
      ) : (
        <div className="grid gap-10">
          {page.groups.map((group) => (
            <FileTable key={group.title} {...group} timeZone={timeZone} showsPoints={filter === 'open'} />
          ))}
        </div>
      )}
    </>
  )
}
