import type { CutBasis } from '#app/domain/standard-setting/proposed-cut.ts'
import type { StandardView } from '#app/features/standards/view-standard.server.ts'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { basisNames, whatItAsks } from './cut-words.ts'

type Props = Pick<NonNullable<StandardView['shown']>, 'cuts' | 'ownRule'> & { timeZone: string }

/** What holds now, and what held before: none of it is ever taken out. */
export function CutInForce({ cuts, ownRule, timeZone }: Props) {
  const [current] = cuts
  const asks = whatItAsks(current ?? { scale: 'global', value: ownRule })
  return (
    <section aria-labelledby="in-force">
      <h2 id="in-force" className="mb-3 text-2xl">
        The standard in force
      </h2>
      <p className="max-w-measure">
        {current
          ? `To pass, a script needs ${asks}.`
          : `To pass, a script needs ${asks}, as the rubric says. No cut has been adopted.`}
      </p>
      {cuts.length > 0 && (
        <div className="mt-4">
          <Table
            caption="Cuts that were adopted, the one in force first"
            rows={cuts}
            rowKey={({ adoptedAt }) => adoptedAt}
            columns={[
              {
                key: 'basis',
                header: 'Rests on',
                cell: ({ basis }) => basisNames[basis.kind as CutBasis] ?? basis.kind,
              },
              { key: 'value', header: 'Cut', numeric: true, cell: ({ value }) => value },
              { key: 'asks', header: 'Asks for', cell: whatItAsks },
              { key: 'reason', header: 'Why', cell: ({ reason }) => reason },
              {
                key: 'by',
                header: 'Adopted',
                cell: ({ by, adoptedAt }) => (
                  <>
                    {by}, <Time value={adoptedAt} zone={timeZone} style="short-date" />
                  </>
                ),
              },
            ]}
          />
        </div>
      )}
    </section>
  )
}
