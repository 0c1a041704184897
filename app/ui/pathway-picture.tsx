import type { ReactNode } from 'react'
import { measureWords } from '#app/domain/pathway/wording.ts'
import { PathwayArc } from '#app/ui/pathway-arc.tsx'
import { StatusMark } from '#app/ui/status-mark.tsx'

export type PathwayStation = {
  id: string
  title: string
  state: 'met' | 'under-way' | 'not-begun' | 'expired'
  progress: { have: number; need: number; unit: string }
  href?: string
  /** Shown below the station. */
  children?: ReactNode
  /** What the station opens to, and whether it stands open. */
  opensTo?: { content: ReactNode; isOpen: boolean }
}

const words = { met: 'Met', 'under-way': 'Under way', 'not-begun': 'Not begun', expired: 'Expired' }
const tones = {
  met: 'text-positive',
  'under-way': 'text-primary',
  'not-begun': 'text-line-strong',
  expired: 'text-caution',
}

/** A pathway as a line of stations, in order, with the whole of it as an arc beside. The next step is the first that is not met unless `nextId` names another. */
export function PathwayPicture({ stations, nextId }: { stations: readonly PathwayStation[]; nextId?: string }) {
  const next = nextId ?? stations.find(({ state }) => state !== 'met')?.id
  return (
    <div className="grid items-start gap-8 md:grid-cols-[14rem_1fr] md:gap-12">
      <div className="grid justify-items-center md:sticky md:top-8">
        <PathwayArc states={stations.map(({ state }) => state)} />
      </div>
      <ol className="pathway-line">
        {stations.map((station) => (
          <Station key={station.id} station={station} isNext={station.id === next} />
        ))}
      </ol>
    </div>
  )
}

function Station({ station, isNext }: { station: PathwayStation; isNext: boolean }) {
  const { title, state, href, progress, children, opensTo } = station
  const { have, need } = progress
  return (
    <li data-state={state} data-next={isNext || undefined}>
      <StatusMark status={state} className={`relative size-7 bg-(--behind) rounded-full ${tones[state]}`} />
      <div className="min-w-0">
        {isNext && <p className="font-serif text-accent-ink text-sm italic">Next step</p>}
        <div className="flex flex-wrap items-baseline justify-between gap-x-6">
          <p className={`min-w-0 ${isNext ? 'font-serif text-xl' : 'font-medium'}`}>
            {href ? <a href={href}>{title}</a> : title}
          </p>
          <p className="text-ink-muted text-sm tabular-nums">{measureWords(progress)}</p>
        </div>
        {!opensTo && <p className="text-ink-muted text-sm">{words[state]}</p>}
        {state === 'under-way' && (
          <progress aria-label={title} value={Math.min(have, need)} max={need} className="meter mt-2 max-w-form" />
        )}
        {children}
        {opensTo && (
          <details open={opensTo.isOpen}>
            <summary className="py-1 text-ink-muted text-sm pointer-coarse:py-3">
              {words[state]}
              <span className="sr-only">: {title}</span>
            </summary>
            {opensTo.content}
          </details>
        )}
      </div>
    </li>
  )
}
