import type { ConcordanceQuestion, JudgementQuestion, KeyedQuestion } from '#app/content/keyed-question.ts'
import { countOf, SHIFTS } from '#app/domain/keyed/concordance.ts'
import type { ConcordanceKey, JudgementKeys, Key } from '#app/domain/keyed/key.ts'
import { shiftNumber } from '#app/domain/keyed/shift-words.ts'
import { CodedList } from '#app/features/keyed/coded-list.tsx'
import type { Preview } from '#app/features/panels/view-panel.server.ts'
import { Table } from '#app/ui/table.tsx'
import { BenchmarkPreview } from './benchmark-preview.tsx'

/** What the key would be, by kind. */
export const KeyPreview = ({ preview }: { preview: Preview }) =>
  preview.kind === 'benchmark' ? (
    <BenchmarkPreview preview={preview} />
  ) : (
    <KeyedPreview question={preview.question} formed={preview.key} />
  )

function KeyedPreview({ question, formed }: { question: KeyedQuestion; formed: Key }) {
  if (question.kind === 'annotate' && formed.kind === question.kind)
    return formed.passages.length === 0 ? (
      <p>No passage was coded alike by at least half of the members.</p>
    ) : (
      <CodedList question={question} passages={formed.passages} />
    )
  if (question.kind === 'script-concordance' && formed.kind === question.kind)
    return <ConcordancePreview items={question.items} formed={formed.items} />
  if (question.kind === 'situational-judgement' && formed.kind === question.kind)
    return <JudgementPreview items={question.items} formed={formed.items} />
  return null
}

type ConcordancePreviewProps = { items: ConcordanceQuestion['items']; formed: ConcordanceKey['items'] }

const ConcordancePreview = ({ items, formed }: ConcordancePreviewProps) => (
  <Table
    caption="How many members chose each answer"
    rows={items}
    rowKey={({ id }) => id}
    columns={[
      { key: 'item', header: 'Item', cell: ({ thinking, learn }) => `${thinking} … ${learn}` },
      ...SHIFTS.map((shift) => ({
        key: String(shift),
        header: shiftNumber(shift),
        numeric: true,
        cell: ({ id }: { id: string }) => (formed[id] ? countOf(formed[id].panel, shift) : 0),
      })),
    ]}
  />
)

type JudgementPreviewProps = { items: JudgementQuestion['items']; formed: JudgementKeys['items'] }

const JudgementPreview = ({ items, formed }: JudgementPreviewProps) => (
  <div className="grid gap-8">
    {items.map(({ id, stem, mode, options }) => (
      <Table
        key={id}
        caption={stem}
        rows={options}
        rowKey={(option) => option.id}
        columns={[
          { key: 'option', header: 'Option', cell: ({ text }) => text },
          {
            key: 'key',
            header: mode === 'rank' ? 'Place' : 'Credit',
            numeric: true,
            cell: (option) => keyOf(formed[id], option.id),
          },
        ]}
      />
    ))}
  </div>
)

function keyOf(formed: JudgementKeys['items'][string] | undefined, option: string): string {
  if (!formed) return '–'
  return formed.mode === 'rank' ? String(formed.places[option]) : (formed.credits[option] ?? 0).toFixed(2)
}
