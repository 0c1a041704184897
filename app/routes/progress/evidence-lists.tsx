import type { EvaluatedPart, EvidenceRef } from '#app/domain/pathway/evaluated.ts'
import { hrefOfEvidence } from '#app/features/pathway/target.ts'

type EvidenceListsProps = { part: Pick<EvaluatedPart, 'counted' | 'notCounted'>; reflectionIds: readonly string[] }

/** What counts here; and what does not, each with its reason. */
export function EvidenceLists({ part: { counted, notCounted }, reflectionIds }: EvidenceListsProps) {
  return (
    <>
      {counted.length > 0 && (
        <div>
          <p className="font-medium">Counts</p>
          <ul className="list-disc ps-5">
            {counted.map((piece) => (
              <li key={piece.id}>
                <Piece piece={piece} reflectionIds={reflectionIds} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {notCounted.length > 0 && (
        <div>
          <p className="font-medium">Does not count</p>
          <ul className="list-disc ps-5">
            {notCounted.map((piece) => (
              <li key={`${piece.id} ${piece.reason}`}>
                <Piece piece={piece} reflectionIds={reflectionIds} />
                <span className="block text-ink-muted text-sm">{piece.reason}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function Piece({ piece, reflectionIds }: { piece: EvidenceRef; reflectionIds: readonly string[] }) {
  const href = hrefOfEvidence(piece, reflectionIds)
  return href ? (
    <a href={href} className="wrap-anywhere">
      {piece.label}
    </a>
  ) : (
    <span className="wrap-anywhere">{piece.label}</span>
  )
}
