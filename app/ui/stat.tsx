import type { ReactNode } from 'react'

/** A few numbers side by side, each with what it counts; `note` gives the base or the interval. */
export function StatGroup({ stats }: { stats: readonly { label: string; value: ReactNode; note?: ReactNode }[] }) {
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-6 sm:flex sm:flex-wrap sm:gap-x-14">
      {stats.map(({ label, value, note }) => (
        <div key={label} className="flex min-w-0 flex-col-reverse justify-end border-line border-s ps-4">
          {note && <dd className="text-ink-muted text-xs">{note}</dd>}
          <dt className="text-ink-muted text-sm">{label}</dt>
          <dd className="font-serif text-2xl tabular-nums lining-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
