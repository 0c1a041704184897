import type { PanelPage } from '#app/features/panels/view-panel.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { typedIn } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { Table } from '#app/ui/table.tsx'
import { Status } from '#app/ui/tag.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { Time } from '#app/ui/time.tsx'

type Member = PanelPage['members'][number]
type MembersProps = { panel: PanelPage; timeZone: string; fault: FormFault | undefined }

/** Who is invited, what makes them experts in their own words, and whether they have answered. */
export function Members({ panel: { members, isOpen }, timeZone, fault }: MembersProps) {
  return (
    <section aria-labelledby="members" className="grid gap-6">
      <h2 id="members" className="text-2xl">
        Members <span className="text-ink-muted">{members.length}</span>
      </h2>
      <Table
        caption="Members"
        hideCaption
        rows={members}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', header: 'Name', cell: (member) => <Name {...member} /> },
          { key: 'expertise', header: 'Expertise', cell: ({ expertise }) => expertise || '–' },
          { key: 'answered', header: 'Answer', cell: (member) => <Answered member={member} timeZone={timeZone} /> },
          { key: 'action', header: 'Action', hideHeader: true, cell: (member) => <TakeBack member={member} /> },
        ]}
        empty="Nobody is invited yet."
      />
      {isOpen && (
        <form method="post" className="grid max-w-form gap-4">
          <TextField
            name="email"
            type="email"
            autoComplete="off"
            label="Invite by e-mail"
            hint="The address of somebody with an account. Nobody sits on a panel for a vignette that they answer themselves."
            errors={fault?.errors.email}
            defaultValue={typedIn(fault, 'email')}
            required
          />
          <div>
            <Button name="intent" value="invite" variant="secondary">
              Invite
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}

const Name = ({ name, email }: Member) => (
  <>
    {name}
    <span className="block wrap-anywhere font-normal text-ink-muted text-sm lg:min-w-60">{email}</span>
  </>
)

const Answered = ({ member: { answeredAt }, timeZone }: { member: Member; timeZone: string }) =>
  answeredAt ? (
    <Status status="met">
      <span className="whitespace-nowrap">
        Answered <Time value={answeredAt} zone={timeZone} style="short-date" />
      </span>
    </Status>
  ) : (
    <Status status="waiting" />
  )

function TakeBack({ member: { id, name, answeredAt } }: { member: Member }) {
  if (answeredAt) return null
  return (
    <form method="post">
      <input type="hidden" name="member" value={id} />
      <Button name="intent" value="remove" variant="quiet">
        <span className="whitespace-nowrap">Take back</span>
        <span className="sr-only"> the invitation of {name}</span>
      </Button>
    </form>
  )
}
