import { requirePermission } from '#app/auth/guards.server.ts'
import { type VersionsPage, viewVersions } from '#app/features/authoring/view-file.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Versions · Content · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'content.author')
  return { name: args.params.name, page: await viewVersions(args.params.name), timeZone: actor.timeZone }
}

type Version = VersionsPage['versions'][number]

export default function Versions({ loaderData: { name, page, timeZone } }: Route.ComponentProps) {
  const columns: Column<Version>[] = [
    {
      key: 'number',
      header: 'Version',
      cell: ({ number, isCurrent, isInstalled }) => (
        <>
          <a href={`/author/${name}/versions/${number}`}>Version {number}</a>{' '}
          {isCurrent && <Tag tone="primary">Published</Tag>} {isInstalled && <Tag>The installation’s file</Tag>}
        </>
      ),
    },
    {
      key: 'when',
      header: 'When',
      cell: ({ writtenAt }) => <Time value={writtenAt} zone={timeZone} style="date-time" />,
    },
    { key: 'who', header: 'Who', cell: ({ writtenBy }) => writtenBy ?? 'The installation' },
    { key: 'why', header: 'Why', cell: ({ reason }) => reason ?? 'It came with an installation or an upgrade.' },
  ]
  const trail = [
    { href: '/author', label: 'Content' },
    { href: `/author/${name}`, label: page.title },
  ]
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={trail} />}
        title="Versions"
        lead="Every text that this file has had. None is ever changed; an earlier one can be published again."
      />
      <Table
        caption="Versions"
        hideCaption
        columns={columns}
        rows={page.versions}
        rowKey={({ number }) => String(number)}
      />
    </>
  )
}
