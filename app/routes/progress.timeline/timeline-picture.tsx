import type { ReactNode } from 'react'
import { dayWords } from '#app/domain/pathway/days.ts'
import { placeOf, type Timeline, type TimelineCase, type TimelineMoment } from '#app/domain/portfolio/timeline.ts'

const HEIGHT = 28
const MIDDLE = HEIGHT / 2

type Scale = (day: string) => string

/** A strip for each case, one for supervision and one for clips, all on one scale. The table below says the same in figures. */
export function TimelinePicture({ timeline }: { timeline: Timeline }) {
  // A little room at both ends, so that no mark is cut.
  const at: Scale = (day) => `${(1.5 + 97 * Math.min(1, Math.max(0, placeOf(day, timeline)))).toFixed(2)}%`
  const { cases, supervision, clips, from, to } = timeline
  return (
    <section aria-label="The timeline as a picture" className="grid gap-4">
      <ul className="grid border-line border-b">
        {cases.map((treatment) => (
          <Strip key={treatment.id} label={<a href={`/portfolio/cases/${treatment.id}`}>Case {treatment.code}</a>}>
            <CaseBar treatment={treatment} at={at} />
          </Strip>
        ))}
        <Strip label={<a href="/portfolio/supervision">Supervision</a>}>
          {timeline.gaps.map((gap) => (
            <line
              key={gap.after}
              {...{ x1: at(gap.after), x2: at(gap.to), y1: MIDDLE, y2: MIDDLE }}
              strokeWidth={3}
              strokeDasharray="3 4"
              className="text-caution"
            />
          ))}
          {supervision.map((moment) => (
            <Moment key={moment.id} moment={moment} at={at} />
          ))}
        </Strip>
        <Strip label={<a href="/portfolio/clips">Clips</a>}>
          {clips.map((moment) => (
            <Moment key={moment.id} moment={moment} at={at} />
          ))}
        </Strip>
      </ul>
      <p className="flex justify-between text-ink-muted text-sm tabular-nums sm:ms-36">
        <span>{dayWords(from)}</span>
        <span>{dayWords(to)}</span>
      </p>
      <p className="text-ink-muted text-sm">
        A full dot is countersigned or reviewed, an open one is not yet. A broken line is a stretch of more than three
        weeks without supervision.
      </p>
    </section>
  )
}

function Strip({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <li className="grid items-center gap-x-4 border-line border-t py-2 sm:grid-cols-[8rem_1fr]">
      <span className="text-sm">{label}</span>
      <svg aria-hidden="true" width="100%" height={HEIGHT} stroke="currentColor" className="text-primary">
        {children}
      </svg>
    </li>
  )
}

function CaseBar({ treatment: { from, to, isOver, sessions }, at }: { treatment: TimelineCase; at: Scale }) {
  return (
    <>
      <line x1={at(from)} x2={at(to)} y1={MIDDLE} y2={MIDDLE} strokeWidth={2} className="text-line-strong" />
      {isOver && <line x1={at(to)} x2={at(to)} y1={MIDDLE - 6} y2={MIDDLE + 6} strokeWidth={2} />}
      {[...new Set(sessions)].map((day) => (
        <line key={day} x1={at(day)} x2={at(day)} y1={MIDDLE - 5} y2={MIDDLE + 5} strokeWidth={1.5} />
      ))}
    </>
  )
}

const Moment = ({ moment: { on, isConfirmed }, at }: { moment: TimelineMoment; at: Scale }) => (
  <circle cx={at(on)} cy={MIDDLE} r={4} strokeWidth={1.5} fill={isConfirmed ? 'currentColor' : 'var(--paper)'} />
)
