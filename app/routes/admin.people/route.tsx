import { Form } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { professionNames, roleNames } from '#app/domain/people.ts'
import { inNumber } from '#app/domain/wording.ts'
import { findPeople } from '#app/features/people/find-people.server.ts'
import { requestContext } from '#app/http/context.ts'
import { pageParam } from '#app/http/params.ts'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'People · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  await requirePermission(args, 'people.manage')
  const term = new URL(args.request.url).searchParams.get('q')?.trim().slice(0, 200) ?? ''
  const page = pageParam(args.request)
  return { ...(await findPeople(term, page, args.context.get(requestContext).now)), term, page }
}

export default function People({ loaderData: { people, total, term, page, pageCount } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title="People" actions={<LinkButton href="/admin/people/invite">Invite somebody</LinkButton>} />
      <Form method="get" role="search" className="mb-8 flex max-w-form flex-wrap items-end gap-3">
        <div className="min-w-56 flex-1">
          <TextField name="q" type="search" label="Name or e-mail" defaultValue={term} />
        </div>
        <Button variant="secondary">Search</Button>
      </Form>
      <Table
        caption={inNumber(
          total,
          term
            ? { one: '1 person found for “{term}”', other: '{n} people found for “{term}”' }
            : { one: '1 person', other: '{n} people' },
          { term },
        )}
        rows={people}
        rowKey={(person) => person.id}
        isDense
        empty={term ? `Nobody’s name or e-mail contains “${term}”.` : 'Nobody is here yet.'}
        columns={[
          { key: 'name', header: 'Name and e-mail', cell: (person) => <Person {...person} /> },
          {
            key: 'profession',
            header: 'Profession',
            speaksForItself: true,
            cell: ({ profession }) => professionNames[profession],
          },
          {
            key: 'roles',
            header: 'Roles',
            speaksForItself: true,
            cell: ({ roles }) => roles.map((role) => roleNames[role]).join(', ') || 'None',
          },
        ]}
      />
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefOf={(to) => `/admin/people?${new URLSearchParams({ ...(term && { q: term }), page: String(to) })}`}
      />
    </>
  )
}

type PersonProps = Route.ComponentProps['loaderData']['people'][number]

const Person = ({ id, name, email, isConfirmed }: PersonProps) => (
  <>
    <a href={`/admin/people/${id}`}>{name}</a>
    <span className="block font-normal text-ink-muted text-sm wrap-anywhere">
      {email} {!isConfirmed && <Tag tone="caution">Not confirmed</Tag>}
    </span>
  </>
)
