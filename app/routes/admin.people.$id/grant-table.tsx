import { Form } from 'react-router'
import { type Role, roleNames } from '#app/domain/people.ts'
import { Button } from '#app/ui/button.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'

type Grant = {
  id: string
  role: Role
  startsAt: Date
  endsAt: Date | null
  grantedBy: string | null
  isHeld: boolean
}

/** Every role held and formerly held; a role of one's own has no way to end it. */
export function GrantTable({ grants, isSelf, zone }: { grants: readonly Grant[]; isSelf: boolean; zone: string }) {
  return (
    <Table
      caption="Roles"
      rows={grants}
      rowKey={(grant) => grant.id}
      empty="This person holds no role."
      columns={isSelf ? facts(zone) : [...facts(zone), ending]}
    />
  )
}

const facts = (zone: string): Column<Grant>[] => [
  {
    key: 'role',
    header: 'Role',
    cell: ({ role, isHeld }) => (
      <span className="flex flex-wrap items-center gap-2">
        {roleNames[role]} <Tag tone={isHeld ? 'positive' : 'neutral'}>{isHeld ? 'Held' : 'Ended'}</Tag>
      </span>
    ),
  },
  { key: 'from', header: 'From', cell: ({ startsAt }) => <Time value={startsAt} zone={zone} style="date-time" /> },
  {
    key: 'until',
    header: 'Until',
    cell: ({ endsAt, isHeld }) => <Until endsAt={endsAt} isHeld={isHeld} zone={zone} />,
  },
  { key: 'by', header: 'Given by', cell: ({ grantedBy }) => grantedBy ?? 'The system' },
]

const ending: Column<Grant> = {
  key: 'end',
  header: 'End',
  hideHeader: true,
  cell: ({ id, role, isHeld }) =>
    isHeld && (
      <Form method="post">
        <input type="hidden" name="intent" value="end" />
        <input type="hidden" name="grantId" value={id} />
        <Button variant="quiet" aria-label={`End now: ${roleNames[role]}`}>
          End now
        </Button>
      </Form>
    ),
}

/** A role to come to its end is held through a last day; one that has ended, ended at a moment. */
function Until({ endsAt, isHeld, zone }: { endsAt: Date | null; isHeld: boolean; zone: string }) {
  if (!endsAt) return 'No end'
  if (!isHeld) return <Time value={endsAt} zone={zone} style="date-time" />
  return (
    <>
      the end of <Time value={new Date(endsAt.getTime() - 1)} zone={zone} />
    </>
  )
}
