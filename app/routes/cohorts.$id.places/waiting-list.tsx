import { Form } from 'react-router'
import type { viewPlaces } from '#app/features/enrolment/manage-places.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { fieldsIn } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Status } from '#app/ui/tag.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { Time } from '#app/ui/time.tsx'

type Person = Awaited<ReturnType<typeof viewPlaces>>['list'][number]
type WaitingListProps = { list: readonly Person[]; zone: string; fault: FormFault | undefined }

export function WaitingList({ list, zone, fault }: WaitingListProps) {
  const field = fieldsIn(fault)
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting" className="mb-4 text-2xl">
        Waiting list
      </h2>
      <p className="mb-6 max-w-measure text-ink-muted">
        A place that comes free is offered to whoever has waited the longest, and kept for them for the hours below. An
        offer that is not taken goes on to whoever is next, by itself.
      </p>
      <Table
        caption="Waiting list"
        hideCaption
        rows={list}
        rowKey={({ userId }) => userId}
        columns={columns(zone)}
        empty="Nobody waits."
      />
      <Form method="post" className="mt-8 grid max-w-form gap-3">
        <TextField
          {...field('email')}
          type="email"
          label="Put somebody onto the list"
          hint="The e-mail address that the person signs in with."
          autoComplete="off"
          required
        />
        <div>
          <Button variant="secondary" name="intent" value="put-on">
            Put onto the list
          </Button>
        </div>
      </Form>
    </section>
  )
}

const columns = (zone: string): Column<Person>[] => [
  {
    key: 'name',
    header: 'Name',
    cell: ({ name, email }) => (
      <>
        <span className="wrap-anywhere">{name}</span>
        <span className="block font-normal text-ink-muted text-sm wrap-anywhere">{email}</span>
      </>
    ),
  },
  { key: 'since', header: 'Since', cell: ({ since }) => <Time value={since} zone={zone} style="date-time" /> },
  { key: 'offer', header: 'Offer', cell: (person) => <Offer {...person} zone={zone} /> },
  { key: 'take-off', header: 'Take off', hideHeader: true, cell: (person) => <TakeOff {...person} /> },
]

function Offer({ offerUntil, isAccepted, zone }: Person & { zone: string }) {
  if (!offerUntil) return <Status status="waiting">Waits</Status>
  return (
    <>
      <Status status="under-way">{isAccepted ? 'Said yes, has to pay' : 'Offered'}</Status>
      <span className="block text-sm">
        until <Time value={offerUntil} zone={zone} style="date-time" />
      </span>
    </>
  )
}

function TakeOff({ userId, name }: Person) {
  return (
    <Form method="post">
      <input type="hidden" name="userId" value={userId} />
      <Button variant="quiet" name="intent" value="take-off">
        Take off the list<span className="sr-only">: {name}</span>
      </Button>
    </Form>
  )
}
