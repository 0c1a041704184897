import type { Provenance } from '#app/domain/provenance.ts'
import type {
  ChoiceResult,
  JudgedItem,
  RankResult,
  JudgementResult as Result,
} from '#app/features/assessment/keyed-results.server.ts'
import { type Column, Table } from '#app/ui/table.tsx'
import { keyHolder, partText } from './figures.ts'
import { Reasons } from './reasons.tsx'

/** Item by item: the own order or choice beside the key's, with its reasons. */
export function JudgementResult({ result, provenance }: { result: Result; provenance: Provenance }) {
  return (
    <section aria-labelledby="items" className="grid gap-12">
      <h2 id="items" className="text-2xl">
        Item by item
      </h2>
      {result.items.map((item, index) => (
        <section key={item.id} aria-labelledby={`item-${item.id}`} className="grid gap-4 border-line border-t pt-5">
          <h3 id={`item-${item.id}`} className="flex flex-wrap justify-between gap-x-6 text-lg">
            Item {index + 1}
            <span className="font-sans font-medium text-base">{partText(item.credit)}</span>
          </h3>
          <p className="max-w-measure font-serif text-lg">{item.stem}</p>
          <Options item={item} index={index} holder={keyHolder(provenance)} />
          <p className="max-w-measure text-ink-muted">
            <Reasons reasons={item.reasons} />
          </p>
        </section>
      ))}
    </section>
  )
}

function Options({ item, index, holder }: { item: JudgedItem; index: number; holder: string }) {
  const shared = { rowKey: ({ id }: { id: string }) => id, hideCaption: true, caption: `Item ${index + 1}` }
  return item.mode === 'rank' ? (
    <Table {...shared} rows={item.options} columns={placeColumns(holder)} />
  ) : (
    <Table {...shared} rows={item.options} columns={choiceColumns(holder)} />
  )
}

type Ranked = RankResult['options'][number]
type Choosable = ChoiceResult['options'][number]

const option: Column<Ranked | Choosable> = { key: 'option', header: 'Option', cell: ({ text }) => text }
const why: Column<Ranked | Choosable> = {
  key: 'why',
  header: 'Why',
  cell: ({ reasons }) => <Reasons reasons={reasons} />,
}

const placeColumns = (holder: string): Column<Ranked>[] => [
  option,
  { key: 'own', header: 'Your place', numeric: true, cell: ({ own }) => own },
  { key: 'key', header: `Place by ${holder}`, numeric: true, cell: ({ panel }) => panel },
  why,
]

const choiceColumns = (holder: string): Column<Choosable>[] => [
  option,
  { key: 'own', header: 'You', cell: ({ isChosen }) => (isChosen ? 'Chosen' : '–') },
  { key: 'key', header: `Credit by ${holder}`, numeric: true, cell: ({ credit }) => credit.toFixed(2) },
  why,
]
