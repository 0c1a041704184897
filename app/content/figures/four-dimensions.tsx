const DIMENSIONS = [
  { from: ['Automatic', 'fast, unnoticed'], to: ['Controlled', 'slow, in words'] },
  { from: ['Internal', 'what must be guessed'], to: ['External', 'what can be seen'] },
  { from: ['Self', 'what goes on in me'], to: ['Other', 'what goes on in you'] },
  { from: ['Cognitive', 'knowing a state'], to: ['Affective', 'feeling it'] },
] as const

const ROW = 74

/** Four lines between two poles each, with room to move along all of them. */
export function FourDimensions() {
  return (
    <svg viewBox={`0 0 360 ${DIMENSIONS.length * ROW}`} aria-hidden="true">
      {DIMENSIONS.map(({ from, to }, index) => (
        <g key={from[0]} transform={`translate(0 ${index * ROW + 18})`}>
          <text x="2" className="is-strong">
            {from[0]}
          </text>
          <text x="2" y="18" className="is-small">
            {from[1]}
          </text>
          <text x="358" textAnchor="end" className="is-strong">
            {to[0]}
          </text>
          <text x="358" y="18" textAnchor="end" className="is-small">
            {to[1]}
          </text>
          <rect x="2" y="28" width="356" height="12" rx="6" className="is-area" />
          <path d="M24 34 H336 M32 29 L24 34 L32 39 M328 29 L336 34 L328 39" className="is-line" />
          <circle cx={[228, 120, 196, 160][index]} cy="34" r="8" className="is-mark" />
        </g>
      ))}
    </svg>
  )
}
