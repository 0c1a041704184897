import type { EvaluatedPart } from '#app/domain/pathway/evaluated.ts'
import { measureWords } from '#app/domain/pathway/wording.ts'
import { Status } from './tag.tsx'

/** Requirements as they were judged, each opening to its evidence, to what does not count with the reason, and to its parts. */
export function EvaluatedPartList({ parts }: { parts: readonly EvaluatedPart[] }) {
  return (
    <ul className="border-line border-b">
      {parts.map((part) => (
        <li key={part.id} className="border-line border-t">
          <details>
            <summary className="min-h-11 cursor-pointer py-3">
              <span className="me-3 font-medium">{part.title}</span>
              <span className="me-3">
                <Status status={part.state} />
              </span>
              <span className="text-ink-muted text-sm tabular-nums">{measureWords(part)}</span>
            </summary>
            <div className="grid gap-3 pb-5 ps-4">
              <ul>
                {part.because.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
              {part.missing.length > 0 && <p>Still needed: {part.missing.join('; ')}.</p>}
              <Pieces title="Counts" pieces={part.counted} />
              <Pieces title="Does not count" pieces={part.notCounted} />
              {part.children.length > 0 && <EvaluatedPartList parts={part.children} />}
            </div>
          </details>
        </li>
      ))}
    </ul>
  )
}

type PiecesProps = { title: string; pieces: readonly { id: string; label: string; reason?: string }[] }

function Pieces({ title, pieces }: PiecesProps) {
  if (pieces.length === 0) return null
  return (
    <div>
      <p className="font-medium">{title}</p>
      <ul className="list-disc ps-5">
        {pieces.map(({ id, label, reason }) => (
          <li key={`${id} ${reason ?? ''}`} className="wrap-anywhere">
            {label}
            {reason && <span className="block text-ink-muted text-sm">{reason}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
