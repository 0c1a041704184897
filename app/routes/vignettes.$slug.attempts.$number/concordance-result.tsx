import { countOf as countIn, SHIFTS } from '#app/domain/keyed/concordance.ts'
import { shiftNumber, shiftWords } from '#app/domain/keyed/shift-words.ts'
import { inList } from '#app/domain/listing.ts'
import type { Provenance } from '#app/domain/provenance.ts'
import { inNumber } from '#app/domain/wording.ts'
import type { ConcordanceResult as Result } from '#app/features/assessment/keyed-results.server.ts'
import { ConcordanceStem } from '#app/features/keyed/concordance-field.tsx'
import { asPercent, keyHolder } from './figures.ts'
import { Reasons } from './reasons.tsx'

type Item = Result['items'][number]

/** Item by item: the answer, how the panel's answers lie, and why. */
export function ConcordanceResult({ result, provenance }: { result: Result; provenance: Provenance }) {
  return (
    <section aria-labelledby="items" className="grid gap-10">
      <h2 id="items" className="text-2xl">
        Item by item
      </h2>
      {result.items.map((item, index) => (
        <section key={item.id} aria-labelledby={`item-${item.id}`} className="border-line border-t pt-5">
          <h3 id={`item-${item.id}`} className="mb-3 text-lg">
            Item {index + 1}
          </h3>
          <div className="grid items-start gap-x-12 gap-y-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <div className="grid max-w-measure gap-3">
              <ConcordanceStem item={item} />
              <p>
                You answered {shiftNumber(item.answer)}, {shiftWords[item.answer]}. {inWords(item)}
              </p>
              <p className="text-ink-muted">
                <Reasons reasons={item.reasons} />
              </p>
            </div>
            {item.panel && <Distribution item={item} caption={`The answers of ${keyHolder(provenance)}`} />}
          </div>
        </section>
      ))}
    </section>
  )
}

function inWords({ answer, credit, counts, modes, panel }: Item): string {
  if (!panel || 'reason' in credit) return 'reason' in credit ? credit.reason : ''
  const most = modes[0] === undefined ? 0 : countIn(counts, modes[0])
  const chose = countIn(counts, answer)
  if (modes.includes(answer)) return `${chose} of ${panel.members} chose that, as many as any answer: full credit.`
  return `${chose} of ${panel.members} chose that; the most frequent answer, ${inList(modes.map(shiftNumber))}, was chosen by ${most}. Your answer earns ${asPercent(credit.value)} of the credit.`
}

const WIDTH = 320
const HEIGHT = 96
const STEP = WIDTH / SHIFTS.length

/** Five bars; the own answer is marked by a triangle and in words. */
function Distribution({ item: { answer, counts, panel }, caption }: { item: Item; caption: string }) {
  const most = Math.max(1, ...SHIFTS.map((shift) => countIn(counts, shift)))
  const words = SHIFTS.map((shift) => `${shiftNumber(shift)}: ${countIn(counts, shift)}`).join(', ')
  return (
    <figure className="grid gap-1">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT + 62}`}
        role="img"
        aria-label={`${words}. Your answer: ${shiftNumber(answer)}.`}
      >
        <line x1="0" x2={WIDTH} y1={HEIGHT + 18} y2={HEIGHT + 18} className="stroke-line-strong" />
        {SHIFTS.map((shift, index) => {
          const count = countIn(counts, shift)
          const height = (count / most) * HEIGHT
          const middle = (index + 0.5) * STEP
          return (
            <g key={shift} textAnchor="middle">
              <rect
                x={index * STEP + 10}
                width={STEP - 20}
                y={HEIGHT + 18 - height}
                height={height}
                className={shift === answer ? 'fill-accent' : 'fill-primary'}
              />
              <text x={middle} y={HEIGHT + 12 - height} className="fill-ink text-sm">
                {count}
              </text>
              <text x={middle} y={HEIGHT + 36} className="fill-ink text-sm">
                {shiftNumber(shift)}
              </text>
              {shift === answer && (
                <>
                  <path d={`M${middle - 5} ${HEIGHT + 48}h10l-5 -7z`} className="fill-ink" />
                  <text x={middle} y={HEIGHT + 60} className="fill-ink text-xs">
                    you
                  </text>
                </>
              )}
            </g>
          )
        })}
      </svg>
      <figcaption className="text-ink-muted text-sm">
        {caption}
        {panel &&
          inNumber(
            panel.members,
            {
              one: ': 1 person, mean {mean}, standard deviation {spread}',
              other: ': {n} people, mean {mean}, standard deviation {spread}',
            },
            { mean: signed(panel.mean), spread: panel.spread.toFixed(1) },
          )}
      </figcaption>
    </figure>
  )
}

const signed = (value: number) => `${value > 0 ? '+' : ''}${value.toFixed(1)}`.replace('-', '−')
