import { type Column, Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

type Due = { id: string; name: string; isTakenOut: boolean; on: string }

/** What falls due within a year, the nearest first. */
export function NextDue({ next, firstOn, isHeld }: { next: readonly Due[]; firstOn: string | null; isHeld: boolean }) {
  return (
    <section aria-labelledby="next" className="grid gap-4">
      <h2 id="next" className="text-2xl">
        What falls due next
      </h2>
      {isHeld && <p>Nothing is erased while your application is under way; what is due by then is erased after it.</p>}
      {next.length > 0 && (
        <Table caption="Within a year" hideCaption columns={columns} rows={next} rowKey={({ id }) => id} />
      )}
      {next.length === 0 && firstOn && (
        <p>
          Nothing within a year. The first that is erased goes on <Time value={firstOn} zone="UTC" />.
        </p>
      )}
      {!firstOn && <p>Your portfolio holds nothing.</p>}
    </section>
  )
}

const columns: Column<Due>[] = [
  { key: 'name', header: 'Entry', cell: ({ name }) => <span className="wrap-anywhere">{name}</span> },
  { key: 'why', header: 'Because', cell: ({ isTakenOut }) => (isTakenOut ? 'You took it out' : 'Its time is over') },
  { key: 'on', header: 'Erased on', cell: ({ on }) => <Time value={on} zone="UTC" style="short-date" /> },
]
