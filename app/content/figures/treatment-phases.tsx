const PHASES = [
  { y: 6, title: 'Assessment meetings', detail: 'formulation, crisis plan, contract' },
  { y: 84, title: 'Introductory group', detail: 'twelve sessions' },
  { y: 270, title: 'The last third', detail: 'ending, and what comes after' },
] as const

/** Four phases down the page; the third has two parts that go on side by side. */
export function TreatmentPhases() {
  return (
    <svg viewBox="0 0 360 330" aria-hidden="true">
      {PHASES.map(({ y, title, detail }) => (
        <g key={title}>
          <rect x="2" y={y} width="256" height="54" rx="6" className="is-box" />
          <text x="16" y={y + 23} className="is-strong">
            {title}
          </text>
          <text x="16" y={y + 42} className="is-small">
            {detail}
          </text>
        </g>
      ))}
      {[
        { x: 2, title: 'Individual', detail: 'one other mind' },
        { x: 136, title: 'Group', detail: 'several minds' },
      ].map(({ x, title, detail }) => (
        <g key={title}>
          <rect x={x} y="162" width="122" height="84" rx="6" className="is-box" />
          <text x={x + 14} y="200" className="is-strong">
            {title}
          </text>
          <text x={x + 14} y="219" className="is-small">
            {detail}
          </text>
        </g>
      ))}
      {[60, 138, 246].map((y) => (
        <path key={y} d={`M130 ${y + 2} v20 m-5 -7 l5 9 l5 -9`} className="is-line" />
      ))}
      <path d="M270 84 h10 V324 h-10" className="is-line" />
      {['20 weeks', 'to', '18 months,', 'agreed', 'beforehand'].map((line, index) => (
        <text key={line} x="288" y={170 + index * 19} className="is-small">
          {line}
        </text>
      ))}
    </svg>
  )
}
