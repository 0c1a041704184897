import type { ReactNode } from 'react'
import { ArousalGauge } from '#app/ui/arousal-gauge.tsx'

export type Turn = {
  speaker: string
  says: ReactNode
  /** What can be seen or heard: "looks at the door". */
  action?: ReactNode
  /** Remarks on this turn, in the margin on a wide page. */
  notes?: readonly ReactNode[]
  /** How aroused the patient is after this turn, 1 to 5. */
  arousal?: number | undefined
  /** Why this turn is lifted out, in words that stand above it. */
  highlight?: string | undefined
}

/** A stretch of a session. The clinician's turns carry a mark at the side; the words say who speaks in any case. */
export function Dialogue({
  caption,
  recording,
  turns,
  clinician = 'Clinician',
}: {
  caption?: ReactNode
  /** The turns read aloud. */
  recording?: ReactNode
  turns: readonly Turn[]
  clinician?: string
}) {
  const hasNotes = turns.some(({ notes }) => notes?.length)
  return (
    <figure className={`dialogue ${hasNotes ? 'has-notes' : ''}`}>
      {caption && <figcaption>{caption}</figcaption>}
      {recording}
      <ol>
        {turns.map(({ speaker, says, action, arousal, highlight, notes = [] }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a transcript's turns never change their order
          <li key={index} className={speaker === clinician ? 'is-clinician' : undefined} data-arousal={arousal}>
            <div className={highlight ? 'turn is-highlighted' : 'turn'}>
              {highlight && <p className="highlight">{highlight}</p>}
              <b>{speaker}</b>
              {action && <i> {action}</i>}
              <div>{says}</div>
              {arousal && <ArousalGauge level={arousal} />}
            </div>
            {notes.length > 0 && (
              <div role="note" aria-label={`On what ${speaker} says`} className="notes">
                {notes.map((note, position) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <p key={position}>{note}</p>
                ))}
              </div>
            )}
          </li>
        ))}
      </ol>
    </figure>
  )
}
