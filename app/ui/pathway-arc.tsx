type ArcState = 'met' | 'under-way' | 'not-begun' | 'expired'

const SIZE = 200
const CENTRE = SIZE / 2
const RADIUS = 84
const GAP_DEGREES = 5
/** Open at the bottom, like the mark's arcs. */
const FROM_DEGREES = -215
const TO_DEGREES = 35

const strokes: Record<ArcState, { className: string; width: number }> = {
  met: { className: 'text-positive', width: 12 },
  'under-way': { className: 'text-primary', width: 6 },
  'not-begun': { className: 'text-line-strong', width: 1.5 },
  expired: { className: 'text-caution', width: 3 },
}

const point = (degrees: number) => {
  const angle = (degrees * Math.PI) / 180
  return `${(CENTRE + RADIUS * Math.cos(angle)).toFixed(2)} ${(CENTRE + RADIUS * Math.sin(angle)).toFixed(2)}`
}

/** The whole pathway at a glance: one stroke a requirement, broad when met, thin when not begun. */
export function PathwayArc({ states }: { states: readonly ArcState[] }) {
  const met = states.filter((state) => state === 'met').length
  const share = (TO_DEGREES - FROM_DEGREES) / states.length
  return (
    <svg
      viewBox={`0 0 ${SIZE} 184`}
      role="img"
      aria-label={`${met} of ${states.length} requirements met`}
      className="w-full max-w-56"
    >
      {states.map((state, index) => {
        const from = FROM_DEGREES + index * share + GAP_DEGREES / 2
        const { className, width } = strokes[state]
        return (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the pathway is what the stroke stands for
            key={index}
            d={`M${point(from)}A${RADIUS} ${RADIUS} 0 0 1 ${point(from + share - GAP_DEGREES)}`}
            fill="none"
            stroke="currentColor"
            strokeWidth={width}
            className={className}
          />
        )
      })}
      <text x={CENTRE} y="108" textAnchor="middle" fontSize="46" fill="currentColor" className="font-serif">
        {met}
      </text>
      <text x={CENTRE} y="132" textAnchor="middle" fontSize="14" fill="currentColor" className="text-ink-muted">
        of {states.length} met
      </text>
    </svg>
  )
}
