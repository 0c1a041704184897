import type { ReactNode } from 'react'
import type { CredentialEvent } from '#app/domain/credential/state.ts'
import { Time } from '#app/ui/time.tsx'

const titles: Record<CredentialEvent['kind'], string> = {
  suspended: 'Suspended',
  lifted: 'Suspension lifted',
  revoked: 'Revoked',
  superseded: 'Another one took its place',
  lapsed: 'Lapsed',
}

export type HistoryEntry = { key: string; title: string; at: Date; by?: string | null; children?: ReactNode }

type Told = { kind: CredentialEvent['kind']; at: Date; until: Date | null; reason: string; by?: string | null }

/** An event as the history tells it, with its reason. */
export const entryOf = ({ kind, at, until, reason, by }: Told): HistoryEntry => ({
  ...{ key: `${kind} ${at.toISOString()}`, title: titles[kind], at, by: by ?? null },
  children: (
    <>
      {until && (
        <p className="text-ink-muted">
          Ends by itself after <Time value={until} zone="UTC" />
        </p>
      )}
      {reason && <p className="max-w-measure whitespace-pre-line wrap-anywhere">{reason}</p>}
    </>
  ),
})

/** What happened to something, the first on top. */
export function HistoryList({ entries, zone }: { entries: readonly HistoryEntry[]; zone: string }) {
  return (
    <ol className="grid gap-5">
      {entries
        .toSorted((one, other) => one.at.getTime() - other.at.getTime())
        .map(({ key, title, at, by, children }) => (
          <li key={key} className="grid gap-1 border-line border-s-2 ps-4">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span className="font-medium">{title}</span>
              <span className="text-ink-muted text-sm">
                {by && `${by}, `}
                <Time value={at} zone={zone} style="date-time" />
              </span>
            </p>
            {children}
          </li>
        ))}
    </ol>
  )
}
