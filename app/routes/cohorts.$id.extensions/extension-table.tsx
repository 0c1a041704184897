import { Form } from 'react-router'
import type { ExtensionPage } from '#app/features/cohorts/view-extensions.server.ts'
import { Button } from '#app/ui/button.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

type GrantedExtension = ExtensionPage['extensions'][number]

type ExtensionTableProps = { extensions: readonly GrantedExtension[]; timeZone: string }

export function ExtensionTable({ extensions, timeZone }: ExtensionTableProps) {
  return (
    <Table
      caption="Extensions granted"
      hideCaption
      rows={extensions}
      rowKey={({ userId, vignetteSlug }) => `${userId} ${vignetteSlug}`}
      columns={columns(timeZone)}
      empty="Nobody has an extension."
    />
  )
}

const columns = (timeZone: string): Column<GrantedExtension>[] => [
  { key: 'name', header: 'Trainee', cell: (extension) => <Trainee {...extension} /> },
  { key: 'vignette', header: 'Vignette', cell: ({ vignetteTitle }) => vignetteTitle },
  { key: 'due', header: 'Until', cell: (extension) => <Until {...extension} zone={timeZone} /> },
  { key: 'reason', header: 'Reason', cell: ({ reason }) => <span className="wrap-anywhere">{reason}</span> },
  { key: 'take-away', header: 'Take away', hideHeader: true, cell: (extension) => <TakeAway {...extension} /> },
]

const Trainee = ({ name, email }: GrantedExtension) => (
  <>
    <span className="wrap-anywhere">{name}</span>
    <span className="block font-normal text-ink-muted text-sm wrap-anywhere">{email}</span>
  </>
)

/** As the trainee's clocks show it, and where those are others, as one's own do. */
function Until({ dueAt, timeZone, zone }: GrantedExtension & { zone: string }) {
  return (
    <>
      <Time value={dueAt} zone={timeZone} style="date-time" />{' '}
      <span className="text-ink-muted text-sm">their time ({timeZone})</span>
      {timeZone !== zone && (
        <span className="block text-ink-muted text-sm">
          <Time value={dueAt} zone={zone} style="date-time" /> your time
        </span>
      )}
    </>
  )
}

/** Two steps, and both work without scripts. */
function TakeAway({ email, name, vignetteSlug, vignetteTitle }: GrantedExtension) {
  const what = ` the extension of ${name} for ${vignetteTitle}`
  return (
    <details>
      <summary className="text-primary text-sm">
        Take away<span className="sr-only">{what}</span>
      </summary>
      <Form method="post" className="mt-2 grid gap-2">
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="vignette" value={vignetteSlug} />
        <p className="text-sm">The cohort’s own deadline holds again, also where it has passed.</p>
        <div>
          <Button variant="danger" name="intent" value="take-away">
            Take away<span className="sr-only">{what}</span>
          </Button>
        </div>
      </Form>
    </details>
  )
}
