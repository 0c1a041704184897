import { requirePermission } from '#app/auth/guards.server.ts'
import { professionNames } from '#app/domain/people.ts'
import { readPerson } from '#app/features/people/find-people.server.ts'
import { requestContext } from '#app/http/context.ts'
import { idParam } from '#app/http/params.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'
import { GrantForm } from './grant-form.tsx'
import { GrantTable } from './grant-table.tsx'
import { InviteAgain } from './invite-again.tsx'

export { action } from './action.server.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.person.name ?? 'Person'} · Stance` },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'people.manage')
  const { person, grants } = await readPerson(idParam(args.params.id), args.context.get(requestContext).now)
  return { person, grants, isSelf: person.id === actor.id, zone: actor.timeZone }
}

export default function Person({ loaderData: { person, grants, isSelf, zone }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title={person.name}
        lead={professionNames[person.profession]}
        above={<Breadcrumb trail={[{ href: '/admin/people', label: 'People' }]} />}
      />
      <div className="grid gap-10">
        <div className="max-w-measure">
          <DefinitionList
            facts={[
              { term: 'E-mail', value: `${person.email}${person.emailConfirmedAt ? '' : ' (not confirmed)'}` },
              { term: 'Registered with', value: person.regulator || 'Not given yet' },
              { term: 'Registration number', value: person.registrationNumber || 'Not given yet' },
              { term: 'Employer', value: person.employer || 'Not given' },
              { term: 'Account since', value: <Time value={person.createdAt} zone={zone} /> },
            ]}
          />
        </div>
        {!person.hasPassword && <InviteAgain />}
        <GrantTable grants={grants} isSelf={isSelf} zone={zone} />
        {isSelf ? (
          <Notice title="Your own roles">Another administrator gives and ends them.</Notice>
        ) : (
          <GrantForm fault={actionData?.fault} zone={zone} />
        )}
      </div>
    </>
  )
}
