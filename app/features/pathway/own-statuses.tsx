import { isOpenForRenewal, type StandingState } from '#app/domain/renewal.ts'
import { inNumber } from '#app/domain/wording.ts'
import { EvaluatedPartList } from '#app/ui/evaluated-part-list.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Status } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import type { OwnStatus } from './own-statuses.server.ts'

type OwnStatusesProps = {
  statuses: readonly OwnStatus[]
  /** Where a renewal is applied for; absent on that page itself. */
  applyHref?: string
}

/** What somebody holds, until when, and what its renewal still takes; below it what they held before. */
export function OwnStatuses({ statuses, applyHref }: OwnStatusesProps) {
  if (statuses.length === 0) return null
  const past = statuses.filter(isPast)
  const present = statuses.filter((status) => !isPast(status))
  return (
    <section aria-labelledby="statuses" className="grid gap-6">
      <h2 id="statuses" className="text-2xl">
        {inNumber(present.length, { one: 'Your status', other: 'Your statuses' })}
      </h2>
      {present.map((status) => (
        <HeldStatus key={status.id} status={status} applyHref={applyHref} />
      ))}
      {past.length > 0 && <PastStatuses statuses={past} />}
    </section>
  )
}

const LOOK = {
  running: ['met', 'Holds'],
  open: ['met', 'Holds; can be renewed now'],
  'in-grace': ['expired', 'Ended; can still be renewed'],
  lapsed: ['expired', 'Lapsed'],
  renewed: ['locked', 'Renewed'],
  ended: ['revoked', 'Revoked'],
} as const satisfies Record<StandingState, readonly [string, string]>

/** What was renewed is history; what has lapsed or was revoked is told where one looks first. */
const isPast = ({ state }: Pick<OwnStatus, 'state'>) => state === 'renewed'

/** While its renewal is looked at, that is what one wants to know. */
const UNDECIDED: Partial<Record<StandingState, string>> = {
  open: 'Holds; renewal handed in',
  'in-grace': 'Ended; renewal handed in',
}

function Standing({ state, isUndecided }: Pick<OwnStatus, 'state' | 'isUndecided'>) {
  const [look, words] = LOOK[state]
  return <Status status={look}>{(isUndecided && UNDECIDED[state]) || words}</Status>
}

const Term = ({ grantedOn, validUntil }: Pick<OwnStatus, 'grantedOn' | 'validUntil'>) => (
  <>
    <Time value={grantedOn} zone="UTC" /> to <Time value={validUntil} zone="UTC" />
  </>
)

function HeldStatus({ status, applyHref }: { status: OwnStatus; applyHref: string | undefined }) {
  const { title, because, renewal, isUndecided } = status
  return (
    <article className="grid justify-items-start gap-3 border-line-strong border-s-3 ps-5">
      <h3 className="text-xl">{title}</h3>
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
        <Standing {...status} />
        <span>
          <Term {...status} />
        </span>
      </p>
      <p className="max-w-measure">{because}</p>
      {renewal && (
        <details className="w-full">
          <summary className="min-h-8 cursor-pointer text-primary">
            What its renewal takes: {renewal.metCount} of {renewal.requirements.length} met
          </summary>
          <div className="mt-3">
            <EvaluatedPartList parts={renewal.requirements} />
          </div>
        </details>
      )}
      {applyHref && isOpenForRenewal(status) && (
        <LinkButton href={applyHref}>{isUndecided ? 'Go to your renewal' : 'Apply for its renewal'}</LinkButton>
      )}
    </article>
  )
}

const PastStatuses = ({ statuses }: Pick<OwnStatusesProps, 'statuses'>) => (
  <details>
    <summary className="min-h-8 cursor-pointer">
      {inNumber(statuses.length, { one: 'The term before', other: 'The {n} terms before' })}
    </summary>
    <ul className="mt-3 grid gap-2">
      {statuses.map((status) => (
        <li key={status.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <span className="font-medium">{status.title}</span>
          <span>
            <Term {...status} />
          </span>
          <Standing {...status} />
        </li>
      ))}
    </ul>
  </details>
)
