/** A picture and no measurement: neither axis has numbers. */
export function ArousalCurve() {
  return (
    <svg viewBox="0 0 360 268" aria-hidden="true">
      <rect x="112" y="34" width="106" height="184" className="is-area" />
      <text x="165" y="24" textAnchor="middle" className="is-strong">
        useful band
      </text>
      <path d="M218 34 V218" className="is-dashed" />
      <text x="226" y="50" className="is-strong">
        the switch
      </text>
      <path d="M24 34 V218 H350 M20 40 L24 32 L28 40 M344 214 L352 218 L344 222" className="is-line" />
      <path d="M24 188 C76 176 96 66 158 66 C206 66 212 84 222 118 C236 168 262 194 346 200" className="is-curve" />
      <path d="M24 206 C120 204 190 196 222 150 C246 112 282 96 346 92" className="is-curve is-dotted" />
      <text x="158" y="58" textAnchor="middle">
        controlled
      </text>
      <text x="346" y="84" textAnchor="end">
        automatic
      </text>
      <text x="30" y="62" className="is-small">
        too little:
      </text>
      <text x="30" y="78" className="is-small">
        words only
      </text>
      <text x="346" y="142" textAnchor="end" className="is-small">
        first impressions
      </text>
      <text x="187" y="242" textAnchor="middle">
        arousal, low to high
      </text>
      <text x="24" y="262" className="is-small">
        upwards: which kind of mentalizing leads
      </text>
    </svg>
  )
}
