import type { CredentialState } from '#app/domain/credential/state.ts'
import type { ApplicationPage } from '#app/features/accreditation/view-applications.server.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Status } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'

type RenewedStatusProps = { application: Pick<ApplicationPage, 'renews' | 'renewal'>; zone: string }

/** Of a renewal: which status is to go on, until when it would, and how what was issued for it stands. */
export function RenewedStatus({ application: { renews, renewal }, zone }: RenewedStatusProps) {
  if (!renews || !renewal) return null
  return (
    <section aria-labelledby="renews" className="grid gap-4">
      <h2 id="renews" className="text-2xl">
        The status that is to go on
      </h2>
      {renews.isRevoked && (
        <Notice kind="critical" title="This status was revoked">
          <p>A revoked status is not renewed. The application can be refused, with reasons.</p>
        </Notice>
      )}
      <DefinitionList
        facts={[
          { term: 'Status', value: renews.title },
          { term: 'Term', value: <Days from={renews.grantedOn} to={renews.validUntil} /> },
          { term: 'Would hold until', value: <Time value={renewal.wouldHoldUntil} zone="UTC" /> },
          { term: 'Evidence counts from', value: <Time value={renews.since} zone="UTC" /> },
          { term: 'Issued for it', value: <Issued credentials={renewal.credentials} zone={zone} /> },
        ]}
      />
    </section>
  )
}

const Days = ({ from, to }: { from: string; to: string }) => (
  <>
    <Time value={from} zone="UTC" /> to <Time value={to} zone="UTC" />
  </>
)

type IssuedProps = { credentials: NonNullable<ApplicationPage['renewal']>['credentials']; zone: string }

function Issued({ credentials, zone }: IssuedProps) {
  if (credentials.length === 0) return 'Nothing yet'
  return (
    <ul className="grid gap-2">
      {credentials.map(({ number, title, state }) => (
        <li key={number} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <a href={`/verify/${number}`}>{title}</a>
          <Status status={LOOK[state.state][0]}>{LOOK[state.state][1]}</Status>
          {'since' in state && (
            <span>
              since <Time value={state.since} zone={zone} style="short-date" />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

const LOOK = {
  valid: ['met', 'Valid'],
  suspended: ['suspended', 'Suspended'],
  revoked: ['revoked', 'Revoked'],
  superseded: ['locked', 'Replaced'],
  lapsed: ['expired', 'Lapsed'],
  expired: ['expired', 'Ended'],
} as const satisfies Record<CredentialState['state'], readonly [string, string]>
