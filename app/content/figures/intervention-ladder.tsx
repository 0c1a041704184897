const RUNGS = [
  'Mentalizing the relationship',
  'Affect focus',
  'Challenge',
  'Exploration',
  'Clarification',
  'Empathic validation',
] as const

const ROW = 46

/** The highest rung comes first, as it stands on the page; the wedge is how much arousal each can bear. */
export function InterventionLadder() {
  const foot = 34 + RUNGS.length * ROW
  return (
    <svg viewBox={`0 0 360 ${foot + 50}`} aria-hidden="true">
      <path d={`M34 34 L62 ${foot} H6 Z`} className="is-area" />
      <path d={`M92 26 V${foot + 6} M348 26 V${foot + 6}`} className="is-rail" />
      {RUNGS.map((rung, index) => (
        <g key={rung}>
          <path d={`M92 ${34 + (index + 0.7) * ROW} H348`} className="is-rail" />
          <text x="106" y={34 + (index + 0.7) * ROW - 10} className="is-strong">
            {rung}
          </text>
        </g>
      ))}
      <text x="2" y="18" className="is-small">
        settled
      </text>
      <text x="2" y={foot + 20} className="is-small">
        overwhelmed
      </text>
      <path d="M318 20 V8 M313 14 L318 6 L323 14" className="is-line" />
      <text x="310" y="18" textAnchor="end" className="is-small">
        asks more of the patient
      </text>
      <text x="2" y={foot + 40} className="is-small">
        Up one at a time; down by as many as it takes.
      </text>
    </svg>
  )
}
