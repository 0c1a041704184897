import { inList } from '#app/domain/listing.ts'
import type { ComparedLevel, ComparedRating } from '#app/domain/self-rating.ts'
import { inNumber } from '#app/domain/wording.ts'
import { levels } from '#app/ui/marks-scale.tsx'
import { Table } from '#app/ui/table.tsx'

/** One's own rating beside the mark: a table, of which each row is also drawn. */
export function RatingPicture({ comparison }: { comparison: ComparedRating }) {
  return (
    <section aria-labelledby="compared" className="grid max-w-measure gap-4">
      <h2 id="compared" className="text-2xl">
        Your own rating and the mark
      </h2>
      <p>{inWords(comparison)}</p>
      <p aria-hidden="true" className="flex flex-wrap gap-x-6 text-ink-muted text-sm">
        <span className="inline-flex items-center gap-2">
          <Key>
            <OwnDot x={8} />
          </Key>
          you
        </span>
        <span className="inline-flex items-center gap-2">
          <Key>
            <GivenDot x={8} />
          </Key>
          the mark
        </span>
      </p>
      <Table
        caption="Your own rating and the mark"
        hideCaption
        rows={comparison.levels}
        rowKey={({ id }) => id}
        columns={[
          { key: 'title', header: 'Criterion', cell: ({ title }) => title },
          { key: 'picture', header: '1 to 7', cell: (level) => <Drawn level={level} /> },
          { key: 'own', header: 'You', numeric: true, cell: ({ own }) => own ?? 'Not rateable' },
          { key: 'given', header: 'The mark', numeric: true, cell: ({ given }) => given ?? 'Not rateable' },
        ]}
      />
    </section>
  )
}

function inWords({ higher, same, lower }: ComparedRating): string {
  const parts = [
    same > 0 && `the same as the mark in ${same}`,
    higher > 0 && `higher in ${higher}`,
    lower > 0 && `lower in ${lower}`,
  ].filter((part) => part !== false)
  return inNumber(
    higher + same + lower,
    { one: 'Of 1 rating yours is {parts}.', other: 'Of {n} ratings yours is {parts}.' },
    { parts: inList(parts) },
  )
}

const STEP = 18
const WIDTH = STEP * levels.length
const at = (level: number) => (level - 0.5) * STEP

/** The seven levels as a line, with both dots and the stretch between them. The figures stand beside it. */
function Drawn({ level: { own, given } }: { level: ComparedLevel }) {
  return (
    <svg viewBox={`0 0 ${WIDTH} 16`} width={WIDTH} height={16} aria-hidden="true" className="max-w-full">
      <line x1={at(1)} x2={at(7)} y1={8} y2={8} className="stroke-line-strong" />
      {levels.map((level) => (
        <line key={level} x1={at(level)} x2={at(level)} y1={5} y2={11} className="stroke-line-strong" />
      ))}
      {own !== null && given !== null && (
        <line x1={at(own)} x2={at(given)} y1={8} y2={8} strokeWidth={3} className="stroke-ink-muted" />
      )}
      {given !== null && <GivenDot x={at(given)} />}
      {own !== null && <OwnDot x={at(own)} />}
    </svg>
  )
}

const OwnDot = ({ x }: { x: number }) => (
  <circle cx={x} cy={8} r={6.5} strokeWidth={2} className="fill-none stroke-accent-ink" />
)
const GivenDot = ({ x }: { x: number }) => <circle cx={x} cy={8} r={3.75} className="fill-primary" />

const Key = ({ children }: { children: React.ReactNode }) => (
  <svg viewBox="0 0 16 16" width={16} height={16} aria-hidden="true">
    {children}
  </svg>
)
