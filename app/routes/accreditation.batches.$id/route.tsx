import { requirePermission } from '#app/auth/guards.server.ts'
import { figure, inNumber } from '#app/domain/wording.ts'
import { type BatchPage, viewBatch } from '#app/features/credentials/desk/view-batches.server.ts'
import { idParam } from '#app/http/params.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

const SECONDS_BETWEEN_LOOKS = 3

/** While it is under way the page asks again by itself, also without scripts. */
export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: 'A batch of certificates · Stance' },
  ...(loaderData && !loaderData.batch.finishedAt
    ? [{ httpEquiv: 'refresh', content: String(SECONDS_BETWEEN_LOOKS) }]
    : []),
]

export async function loader(args: Route.LoaderArgs) {
  const officer = await requirePermission(args, 'certificates.issue')
  return { batch: await viewBatch(officer, idParam(args.params.id)), zone: officer.timeZone }
}

const trail = [
  { href: '/accreditation', label: 'Accreditation' },
  { href: '/accreditation/batches', label: 'Your batches' },
]

export default function Batch({ loaderData: { batch, zone } }: Route.ComponentProps) {
  const { officer, createdAt, finishedAt, count, issued, refused, items } = batch
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={trail} />}
        title={inNumber(count, { one: 'A batch of 1 certificate', other: 'A batch of {n} certificates' })}
        lead={
          <>
            Begun by {officer} on <Time value={createdAt} zone={zone} style="date-time" />.{' '}
            {finishedAt && (
              <>
                Finished on <Time value={finishedAt} zone={zone} style="date-time" />.
              </>
            )}
          </>
        }
      />
      <div className="grid max-w-measure gap-section">
        <div className="grid gap-4">
          <ProgressBar id="progress" label="Looked at" value={issued + refused} max={count} />
          <p>{wordsOf(batch)}</p>
          {finishedAt ? (
            <Notice kind={refused === 0 ? 'positive' : 'info'} title="Finished">
              <p>
                <a href="/accreditation/credentials">See what was issued</a>
              </p>
            </Notice>
          ) : (
            <p className="text-ink-muted">
              This page looks again every {SECONDS_BETWEEN_LOOKS} seconds. The batch goes on without it, also after a
              restart of the server.
            </p>
          )}
        </div>
        {items.length > 0 && (
          <Table
            caption="Refused"
            rows={items}
            rowKey={({ position }) => String(position)}
            columns={[
              { key: 'name', header: 'Name', cell: ({ holderName }) => <bdi>{holderName}</bdi> },
              { key: 'course', header: 'Course', cell: ({ courseTitle }) => courseTitle },
              { key: 'because', header: 'Why', cell: ({ because }) => because },
            ]}
          />
        )}
      </div>
    </>
  )
}

const wordsOf = ({ count, issued, refused }: BatchPage): string =>
  `${figure(issued)} issued, ${figure(refused)} refused, ${figure(count - issued - refused)} still to come`
