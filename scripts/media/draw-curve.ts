/** One picture of the film on arousal: where the dot stands, 0 to 1 from left to right, and what stands beneath it. */
export type Picture = { at: number; words: string }

const START = { x: 60, y: 250 }
/** The curve of the lesson's figure, twice as large: its pieces are cubic Bézier curves. */
const CURVE = [
  [START, { x: 130, y: 236 }, { x: 180, y: 86 }, { x: 290, y: 86 }],
  [
    { x: 290, y: 86 },
    { x: 360, y: 86 },
    { x: 372, y: 116 },
    { x: 390, y: 164 },
  ],
  [
    { x: 390, y: 164 },
    { x: 412, y: 236 },
    { x: 460, y: 262 },
    { x: 590, y: 268 },
  ],
] as const

function pointAt(at: number): { x: number; y: number } {
  const scaled = Math.min(Math.max(at, 0), 0.9999) * CURVE.length
  const [a, b, c, d] = CURVE[Math.floor(scaled)] ?? CURVE[0]
  const t = scaled % 1
  const mix = (axis: 'x' | 'y') =>
    (1 - t) ** 3 * a[axis] + 3 * (1 - t) ** 2 * t * b[axis] + 3 * (1 - t) * t ** 2 * c[axis] + t ** 3 * d[axis]
  return { x: mix('x'), y: mix('y') }
}

/** A picture and no measurement, as in the lesson: neither axis has numbers. */
export function drawCurve({ at, words }: Picture): string {
  const { x, y } = pointAt(at)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360" font-family="DejaVu Sans" font-size="16" fill="#2b2b2b">
<rect width="640" height="360" fill="#fbf8f2"/>
<rect x="212" y="48" width="170" height="232" fill="#e3ede6"/>
<text x="297" y="36" text-anchor="middle">useful band</text>
<path d="M382 48 V280" stroke="#8a4b2f" stroke-width="2" stroke-dasharray="5 5"/><text x="392" y="66" fill="#8a4b2f">the switch</text>
<path d="M60 48 V280 H600" fill="none" stroke="#6d6a63" stroke-width="2"/>
<path d="M60 272 C240 270 330 256 382 196 C420 142 480 122 590 116" fill="none" stroke="#6d6a63" stroke-width="3" stroke-dasharray="2 7" stroke-linecap="round"/>
<text x="590" y="106" text-anchor="end" fill="#6d6a63">automatic</text>
<path d="M${CURVE.map((points) =>
    points
      .map((point) => `${point.x} ${point.y}`)
      .join(' ')
      .replace(' ', ' ')
      .replace(/^(\S+ \S+) /, '$1 C'),
  ).join(' M')}" fill="none" stroke="#1f5c4d" stroke-width="4"/>
<text x="290" y="76" text-anchor="middle" fill="#1f5c4d">controlled</text>
<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="11" fill="#1f5c4d" stroke="#fbf8f2" stroke-width="3"/>
<text x="330" y="304" text-anchor="middle" font-size="14" fill="#6d6a63">arousal, low to high</text>
<text x="330" y="340" text-anchor="middle" font-size="19">${words}</text>
</svg>`
}
