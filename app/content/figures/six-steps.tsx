const STEPS = [
  ['Validate'],
  ['Explore'],
  ['Own your', 'part'],
  ['Collaborate'],
  ['Another', 'view'],
  ['Monitor'],
] as const

const CENTRE = { x: 180, y: 172 }
const RADIUS = 94

const at = (degrees: number, radius = RADIUS) => {
  const radians = (degrees * Math.PI) / 180
  return { x: CENTRE.x + radius * Math.sin(radians), y: CENTRE.y - radius * Math.cos(radians) }
}

const point = ({ x, y }: { x: number; y: number }) => `${x.toFixed(1)} ${y.toFixed(1)}`

/** Six steps round a circle, with the gate before the first and the way back to it in the middle. */
export function SixSteps() {
  return (
    <svg viewBox="0 0 360 320" aria-hidden="true">
      <path d="M154 30 H206" className="is-rail" />
      <path d="M180 8 V50 M175 44 L180 53 L185 44" className="is-line" />
      <text x="214" y="26" className="is-small">
        the gate: calm
      </text>
      <text x="214" y="42" className="is-small">
        enough to think?
      </text>
      {STEPS.map((lines, index) => (
        <Step key={lines[0]} lines={lines} number={index + 1} />
      ))}
      <path d="M180 148 V110 M175 117 L180 107 L185 117" className="is-line" />
      {['arousal rises?', 'go back to 1'].map((line, index) => (
        <text key={line} x={CENTRE.x} y={CENTRE.y - 10 + index * 20} textAnchor="middle" className="is-small">
          {line}
        </text>
      ))}
    </svg>
  )
}

/** Where a step's words stand beside its circle, so that none of the arrows runs through them. */
const LABELS = [
  { dx: 28, dy: -8, anchor: 'start' },
  { dx: 28, dy: 5, anchor: 'start' },
  { dx: 28, dy: 5, anchor: 'start' },
  { dx: 0, dy: 40, anchor: 'middle' },
  { dx: -28, dy: 5, anchor: 'end' },
  { dx: -28, dy: 5, anchor: 'end' },
] as const

function Step({ lines, number }: { lines: readonly string[]; number: number }) {
  const angle = (number - 1) * 60
  const { x, y } = at(angle)
  const tip = at(angle + 44)
  const { dx, dy, anchor } = LABELS[number - 1] ?? LABELS[0]
  return (
    <>
      <path d={`M${point(at(angle + 16))} A${RADIUS} ${RADIUS} 0 0 1 ${point(tip)}`} className="is-line" />
      <path
        d={`M${point(at(angle + 38, RADIUS + 6))} L${point(tip)} L${point(at(angle + 40, RADIUS - 6))}`}
        className="is-line"
      />
      <circle cx={x.toFixed(1)} cy={y.toFixed(1)} r="20" className="is-step" />
      <text x={x.toFixed(1)} y={(y + 5).toFixed(1)} textAnchor="middle" className="is-strong">
        {number}
      </text>
      {lines.map((line, index) => (
        <text key={line} x={(x + dx).toFixed(1)} y={(y + dy + index * 18).toFixed(1)} textAnchor={anchor}>
          {line}
        </text>
      ))}
    </>
  )
}
