import { certificateDay } from '#app/domain/certificate.ts'
import { stateNames } from '#app/domain/credential/standing-words.ts'
import { inNumber } from '#app/domain/wording.ts'
import type { CheckedNumber } from '#app/features/register/check-numbers.server.ts'
import { Button } from '#app/ui/button.tsx'
import { StateTag } from '#app/ui/state-tag.tsx'
import { Table } from '#app/ui/table.tsx'
import { Status } from '#app/ui/tag.tsx'
import { formatTime } from '#app/ui/time.tsx'

type AnswerProps = { checked: readonly CheckedNumber[]; checkedAt: Date; list: string; answered: string }

export function Answer({ checked, checkedAt, list, answered }: AnswerProps) {
  return (
    <section aria-labelledby="answer" className="grid gap-4">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h2 id="answer" className="text-2xl">
            {summaryOf(checked)}
          </h2>
          <p className="text-ink-muted">As of {formatTime(checkedAt, 'UTC', 'date-time')} UTC.</p>
        </div>
        <form method="post" action="/register/check.csv">
          <textarea name="list" hidden readOnly value={list} />
          <input type="hidden" name="answered" value={answered} />
          <Button variant="secondary">Download as CSV</Button>
        </form>
      </div>
      <Table
        caption="What each number stands for today, in the order of the list"
        hideCaption
        rows={checked}
        rowKey={({ line }) => String(line)}
        columns={[
          { key: 'number', header: 'Number', cell: (row) => <NumberCell {...row} /> },
          { key: 'state', header: 'State', cell: (row) => <StateCell {...row} /> },
          { key: 'name', header: 'Name', cell: ({ holderName }) => <bdi className="wrap-anywhere">{holderName}</bdi> },
          { key: 'title', header: 'What', cell: (row) => <TitleCell {...row} /> },
          { key: 'until', header: 'Until', cell: ({ validUntil }) => validUntil && certificateDay(validUntil) },
        ]}
      />
    </section>
  )
}

const names = { ...stateNames, unknown: 'no such number', mistaken: 'mistyped' }

/** "5 numbers: 3 valid, 1 revoked, 1 mistyped". */
function summaryOf(checked: readonly CheckedNumber[]): string {
  const states = [...new Set(checked.map(({ state }) => state))]
  const parts = states.map((state) => {
    const count = checked.filter((each) => each.state === state).length
    return `${count} ${names[state].toLowerCase()}`
  })
  return inNumber(
    checked.length,
    { one: '1 number: {parts}', other: '{n} numbers: {parts}' },
    { parts: parts.join(', ') },
  )
}

const NumberCell = ({ line, typed, number, state, sameAs }: CheckedNumber) => (
  <>
    {number && state !== 'unknown' ? (
      <a href={`/verify/${number}`} className="tabular-nums wrap-anywhere">
        {number}
      </a>
    ) : (
      <span className="tabular-nums wrap-anywhere">{number ?? typed}</span>
    )}
    <span className="block font-normal text-ink-muted text-sm">
      Line {line}
      {sameAs && `, the same number as in line ${sameAs}`}
    </span>
  </>
)

const StateCell = ({ state, words, supersededBy }: CheckedNumber) => (
  <>
    {state === 'unknown' && <Status status="revoked">No such number</Status>}
    {state === 'mistaken' && <Status status="not-yet">Mistyped</Status>}
    {state !== 'unknown' && state !== 'mistaken' && <StateTag state={state} />}
    {state !== 'valid' && state !== 'unknown' && <span className="mt-1 block text-ink-muted text-sm">{words}</span>}
    {supersededBy && (
      <a href={`/verify/${supersededBy}`} className="block text-sm wrap-anywhere">
        The one that holds now
      </a>
    )}
  </>
)

const TitleCell = ({ title, kind }: CheckedNumber) =>
  title && (
    <>
      {title}
      <span className="block text-ink-muted text-sm">{kind}</span>
    </>
  )
