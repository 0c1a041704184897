import { alphaText, bandText } from '#app/domain/agreement/bands.ts'
import type { Figure } from '#app/domain/agreement/figure.ts'
import { FEWEST_SCRIPTS, type ShownFigures, tooFewScripts } from '#app/domain/agreement/shown-figures.ts'
import { IntervalChart } from '#app/ui/interval-chart.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { figureText, isAllowed, percentText, reliabilityOf } from './figure-text.ts'

type Props = { criteria: readonly ShownFigures[]; titleOf: (criterion: string) => string }

/** Alpha as a picture, and every figure that may be read as a table. */
export function AgreementByCriterion({ criteria, titleOf }: Props) {
  const scripts = Math.max(0, ...criteria.map((of) => of.scripts))
  if (scripts < FEWEST_SCRIPTS) return <p>{tooFewScripts(scripts).reason}</p>
  return (
    <>
      <p className="mb-4 max-w-measure text-ink-muted">
        Krippendorff’s alpha for ordered levels, with its 95 % interval. From 0.8 upwards (the dashed line on the right)
        marks are reliable; from 0.667, conclusions are tentative.
      </p>
      <IntervalChart
        domain={[-0.2, 1]}
        ticks={[0, 0.2, 0.4, 0.6, 0.8, 1]}
        references={[0.667, 0.8]}
        rows={criteria.map(({ criterion, alpha }) => ({
          key: criterion,
          label: titleOf(criterion),
          words: figureText(alpha),
          ...drawn(alpha),
        }))}
      />
      <details className="mt-6" open>
        <summary className="font-medium">Every figure as a table</summary>
        <div className="mt-4">
          <Table
            caption="Agreement on each criterion; 95 % intervals in brackets"
            hideCaption
            columns={columns(criteria, titleOf)}
            rows={criteria}
            rowKey={({ criterion }) => criterion}
          />
        </div>
      </details>
      <WhatMayBeRead criteria={criteria} />
    </>
  )
}

export const drawn = (figure: Figure) =>
  'reason' in figure ? { points: [] } : { points: [figure.value], low: figure.low, high: figure.high }

function columns(criteria: Props['criteria'], titleOf: Props['titleOf']): Column<ShownFigures>[] {
  const hasClusters = criteria.some((figures) => isAllowed(figures, 'ac2'))
  const onePair = criteria.every(({ pairs }) => pairs.length <= 1) && criteria.some(({ pairs }) => pairs.length === 1)
  return [
    { key: 'criterion', header: 'Criterion', cell: ({ criterion }) => titleOf(criterion) },
    { key: 'n', header: 'Scripts', numeric: true, cell: ({ scripts }) => scripts },
    { key: 'exact', header: 'Same level', cell: ({ exact }) => <Share figure={exact} /> },
    { key: 'within', header: 'Within one level', cell: ({ withinOne }) => <Share figure={withinOne} /> },
    { key: 'icc', header: 'Intraclass correlation', cell: (figures) => <Reliability {...figures} /> },
    { key: 'alpha', header: 'Alpha, ordinal', cell: ({ alpha }) => <Alpha alpha={alpha} /> },
    ...(onePair ? [kappaColumn] : []),
    ...(hasClusters ? [ac2Column] : []),
  ]
}

const kappaColumn: Column<ShownFigures> = {
  key: 'kappa',
  header: 'Kappa, quadratic',
  cell: ({ pairs: [pair] }) => (pair ? figureText(pair.kappa) : 'Fewer than 10 scripts in common'),
}

const ac2Column: Column<ShownFigures> = {
  key: 'ac2',
  header: 'AC2, quadratic',
  cell: (figures) => (isAllowed(figures, 'ac2') ? figureText(figures.ac2) : 'Marks do not cluster'),
}

/** Kept in one line, unless it is a sentence. */
const Share = ({ figure }: { figure: Figure }) => (
  <span className={'reason' in figure ? undefined : 'whitespace-nowrap'}>{percentText(figure)}</span>
)

function Reliability(figures: ShownFigures) {
  const { name, figure } = reliabilityOf(figures)
  if ('reason' in figure) return figure.reason
  return (
    <>
      {name} {figureText(figure)} <span className="text-ink-muted">{bandText(figure)}</span>
    </>
  )
}

function Alpha({ alpha }: Pick<ShownFigures, 'alpha'>) {
  if ('reason' in alpha) return alpha.reason
  return (
    <>
      {figureText(alpha)} <span className="text-ink-muted">{alphaText(alpha)}</span>
    </>
  )
}

/** The global rating stands for all: who marked what is the same for every criterion. */
function WhatMayBeRead({ criteria: [global] }: Pick<Props, 'criteria'>) {
  if (!global || global.scripts === 0) return null
  return (
    <details className="mt-4">
      <summary className="font-medium">Which figures these marks allow, and why</summary>
      <ul className="mt-3 grid max-w-measure gap-2">
        {global.statistics.map(({ statistic, isAllowed: may, because }) => (
          <li key={statistic}>
            <span className="font-medium">
              {statisticNames[statistic]}: {may ? 'may be read' : 'not here'}.
            </span>{' '}
            {because}
          </li>
        ))}
      </ul>
    </details>
  )
}

const statisticNames: Record<ShownFigures['statistics'][number]['statistic'], string> = {
  kappa: 'Quadratic-weighted kappa',
  'icc-agreement': 'ICC(2,1), absolute agreement',
  'icc-consistency': 'ICC(3,1), consistency',
  'icc-one-way': 'ICC(1,1)',
  alpha: 'Krippendorff’s alpha',
  ac2: 'Gwet’s AC2',
  'bland-altman': 'Limits of agreement',
}
