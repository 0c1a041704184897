import { requirePermission } from '#app/auth/guards.server.ts'
import { broughtWords, diagnosisNames, modalityNames } from '#app/domain/portfolio/words.ts'
import { SignatureState } from '#app/features/portfolio/signature-state.tsx'
import { type CaseView, viewCases } from '#app/features/portfolio/view-cases.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Cases · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  return { cases: await viewCases(actor), timeZone: actor.timeZone }
}

export default function Cases({ loaderData: { cases, timeZone } }: Route.ComponentProps) {
  const add = <LinkButton href="/portfolio/cases/new">Begin a case</LinkButton>
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/portfolio', label: 'Portfolio' }]} />}
        title="Cases"
        lead="Each treatment under a code that says nothing, with its sessions."
        actions={cases.length > 0 && add}
      />
      {cases.length === 0 ? (
        <EmptyState title="No case yet" actions={add}>
          <p>
            A case is one treatment, of one person or of a group: its modality, an age band, a category of diagnosis,
            and the days of its sessions. Never a name, initials, a date of birth or a record number.
          </p>
        </EmptyState>
      ) : (
        <CaseTable cases={cases} timeZone={timeZone} />
      )}
    </>
  )
}

function CaseTable({ cases, timeZone }: { cases: readonly CaseView[]; timeZone: string }) {
  return (
    <Table
      caption="Cases"
      hideCaption
      rows={cases}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'code',
          header: 'Case',
          cell: ({ id, code, body }) => (
            <>
              <a href={`/portfolio/cases/${id}`} className="font-semibold tabular-nums">
                {code}
              </a>{' '}
              <span className="font-normal">{modalityNames[body.modality]}</span>
            </>
          ),
        },
        { key: 'diagnosis', header: 'Diagnosis', cell: ({ body }) => diagnosisNames[body.diagnosis] },
        { key: 'sessions', header: 'Sessions', numeric: true, cell: ({ body }) => body.sessions.length },
        { key: 'last', header: 'Time', cell: ({ body }) => <Course body={body} /> },
        {
          key: 'supervision',
          header: 'Brought to supervision',
          cell: ({ supervisionSessions, supervisionMinutes }) => broughtWords(supervisionSessions, supervisionMinutes),
        },
        {
          key: 'signature',
          header: 'Signature',
          cell: (one) => <SignatureState {...one} by={one.signerName} timeZone={timeZone} />,
        },
      ]}
    />
  )
}

function Course({ body }: Pick<CaseView, 'body'>) {
  return (
    <>
      <Time value={body.startedOn} zone="UTC" style="short-date" /> to{' '}
      {body.endedOn ? (
        <>
          <Time value={body.endedOn} zone="UTC" style="short-date" />
          {body.isEndedEarly && ', ended early'}
        </>
      ) : (
        'now'
      )}
    </>
  )
}
