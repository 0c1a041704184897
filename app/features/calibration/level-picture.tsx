const STEP = 22
const WIDTH = STEP * 8
const HEIGHT = 24
const MIDDLE = HEIGHT / 2
const LEVELS = [1, 2, 3, 4, 5, 6, 7]

const at = (level: number) => level * STEP

/** Two levels on one scale: a ring where the experts are, a dot where the marker is, the way between them. Words stand beside it. */
export function LevelPicture({
  own,
  theirs,
  standard,
}: {
  own: number | null
  theirs: number | null
  standard: number
}) {
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} className="max-w-full">
      <line x1={at(1)} x2={at(7)} y1={MIDDLE} y2={MIDDLE} className="stroke-line-strong" />
      {LEVELS.map((level) => (
        <line
          key={level}
          x1={at(level)}
          x2={at(level)}
          y1={MIDDLE - 3}
          y2={MIDDLE + 3}
          className="stroke-line-strong"
        />
      ))}
      <line
        x1={at(standard - 0.5)}
        x2={at(standard - 0.5)}
        y1={1}
        y2={HEIGHT - 1}
        strokeDasharray="2 3"
        className="stroke-ink"
      />
      {own !== null && theirs !== null && (
        <line x1={at(own)} x2={at(theirs)} y1={MIDDLE} y2={MIDDLE} strokeWidth={3} className="stroke-caution" />
      )}
      {theirs !== null && (
        <circle cx={at(theirs)} cy={MIDDLE} r={8} strokeWidth={2} className="fill-none stroke-positive" />
      )}
      {own !== null && <circle cx={at(own)} cy={MIDDLE} r={4.5} className="fill-primary" />}
    </svg>
  )
}

/** What the signs of the pictures mean. */
export const PictureKey = () => (
  <p className="text-ink-muted text-sm">
    <svg aria-hidden="true" viewBox="0 0 12 12" width={12} height={12} className="inline">
      <circle cx={6} cy={6} r={4.5} className="fill-primary" />
    </svg>{' '}
    yours,{' '}
    <svg aria-hidden="true" viewBox="0 0 18 18" width={14} height={14} className="inline">
      <circle cx={9} cy={9} r={8} strokeWidth={2} className="fill-none stroke-positive" />
    </svg>{' '}
    the consensus, on the levels from 1 to 7; left of the dotted line the answer would not pass.
  </p>
)
