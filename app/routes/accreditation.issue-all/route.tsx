import { randomUUID } from 'node:crypto'
import { data, Form } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { certificateDay } from '#app/domain/certificate.ts'
import { figure, inNumber } from '#app/domain/wording.ts'
import { batchForm, beginBatch } from '#app/features/credentials/desk/begin-batch.server.ts'
import { MAX_BATCH, previewBatch } from '#app/features/credentials/desk/preview-batch.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Table } from '#app/ui/table.tsx'
import { readQuery } from '../accreditation/query.ts'
import { RefusedList } from '../accreditation.issue/refused-list.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Issue all certificates · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const officer = await requirePermission(args, 'certificates.issue')
  const { course, name } = readQuery(args.request.url)
  const { ready, refused, total, seen } = await previewBatch(officer, { course, name })
  return { ready, refused, total, most: MAX_BATCH, seen, course, name, id: randomUUID() }
}

export async function action(args: Route.ActionArgs) {
  const officer = await requirePermission(args, 'certificates.issue')
  const form = await parseForm(args.request, batchForm)
  if (!form.ok)
    return data({ because: 'This form could not be read. Go back to the list and send it again.' }, { status: 400 })
  const because = await beginBatch(officer, form.value, args.context.get(requestContext).now)
  if (because) return data({ because }, { status: 400 })
  return redirectWithFlash(`/accreditation/batches/${form.value.id}`, 'The certificates are being issued.')
}

export default function IssueAll({ loaderData, actionData }: Route.ComponentProps) {
  const { ready, refused, total, most } = loaderData
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/accreditation', label: 'Accreditation' }]} />}
        title={inNumber(ready.length, { one: 'Issue this certificate?', other: 'Issue these {n} certificates?' })}
        lead={
          total > most
            ? `${figure(total)} people wait. One batch issues ${figure(most)}: those who wait longest. A certificate is never edited once it is issued.`
            : 'Each row is what one certificate says. A certificate is never edited once it is issued.'
        }
      />
      {actionData && (
        <p role="alert" className="mb-6 font-medium text-critical">
          {actionData.because}
        </p>
      )}
      <RefusedList refused={refused} />
      {ready.length > 0 ? <Confirm {...loaderData} /> : <LinkButton href="/accreditation">Back to the list</LinkButton>}
    </>
  )
}

function Confirm({ ready, seen, id, course, name }: Route.ComponentProps['loaderData']) {
  return (
    <Form method="post" action="/accreditation/issue-all" className="grid gap-6">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="course" value={course ?? ''} />
      <input type="hidden" name="name" value={name ?? ''} />
      <div className="flex flex-wrap gap-3">
        <Button>{inNumber(ready.length, { one: 'Issue 1 certificate', other: 'Issue {n} certificates' })}</Button>
        <LinkButton href="/accreditation" variant="quiet">
          Issue none
        </LinkButton>
      </div>
      <Table
        caption="What each certificate says"
        rows={ready}
        rowKey={({ enrolmentId }) => enrolmentId}
        isDense
        columns={[
          { key: 'name', header: 'Name', cell: ({ text }) => <bdi className="wrap-anywhere">{text.holderName}</bdi> },
          { key: 'course', header: 'Course', speaksForItself: true, cell: ({ text }) => text.courseTitle },
          { key: 'format', header: 'Format', cell: ({ text }) => text.courseFormat },
          { key: 'started', header: 'Started', cell: ({ text }) => certificateDay(text.startedAt) },
          { key: 'completed', header: 'Completed', cell: ({ text }) => certificateDay(text.completedAt) },
          { key: 'hours', header: 'CPD hours', numeric: true, cell: ({ text }) => text.cpdHours },
        ]}
      />
    </Form>
  )
}
