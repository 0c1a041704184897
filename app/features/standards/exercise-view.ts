import type { PublishedRubric } from '#app/content/rubric-schema.ts'
import type { ExerciseState, StandardPage, StoredJudgement } from '#app/db/standards.server.ts'
import type { NoFigure } from '#app/domain/agreement/figure.ts'
import { type AngoffItem, type AngoffRound, angoffChange, angoffRound } from '#app/domain/standard-setting/angoff.ts'
import type { Estimates } from '#app/domain/standard-setting/estimate-form.ts'

/** The global rating among the criteria's ids. */
const GLOBAL = 'global'

type TwoRounds = {
  first: AngoffRound | NoFigure
  second: AngoffRound | NoFigure
  change: { cut: number; sd: number } | NoFigure
}

export type ExerciseView = {
  state: ExerciseState
  /** The round that is judged now, or was last. */
  round: 1 | 2
  /** Names of the judges who have given their estimates in this round. */
  judges: string[]
  /** One's own estimates of this round, or of the one before to begin with. */
  own: Estimates
  hasJudged: boolean
  /** The spread of the first round, once it is closed: until then nobody sees what another judge thinks. */
  firstRound: AngoffItem[] | null
  results: { global: TwoRounds; criteria: TwoRounds } | null
}

/** What is judged: every criterion, and the global rating. */
export const itemsOf = ({ criteria, global }: PublishedRubric) => [
  ...criteria.map(({ id, title, asks }) => ({ id, title, asks })),
  { id: GLOBAL, title: 'Global rating', asks: global.asks },
]

/** An exercise as one judge may see it at this moment. */
export function exerciseView(
  { state, judgements }: NonNullable<NonNullable<StandardPage['shown']>['exercise']>,
  rubric: PublishedRubric,
  judgeId: string,
): ExerciseView {
  const items = itemsOf(rubric).map(({ id }) => id)
  // A criterion that the rubric has lost meanwhile is no part of any cut.
  const known = judgements.filter(({ criterionId }) => items.includes(criterionId))
  const round = state === 'round_1' ? 1 : 2
  const ofRound = known.filter((judgement) => judgement.round === round)
  const own = ofRound.filter((judgement) => judgement.judgeId === judgeId)
  const before = known.filter((judgement) => judgement.judgeId === judgeId && judgement.round === 1)
  return {
    state,
    round,
    judges: [...new Set(ofRound.map(({ judge }) => judge))].sort(),
    own: estimatesOf(own.length > 0 ? own : before),
    hasJudged: own.length > 0,
    firstRound: state === 'round_1' ? null : spreadOf(known, items),
    results: state === 'closed' ? resultsOf(known) : null,
  }
}

const estimatesOf = (judgements: readonly StoredJudgement[]): Estimates =>
  Object.fromEntries(judgements.map(({ criterionId, estimate }) => [criterionId, estimate]))

function spreadOf(judgements: readonly StoredJudgement[], items: readonly string[]): AngoffItem[] | null {
  const first = roundOf(judgements, 1)
  if ('reason' in first) return null
  return first.items.toSorted((a, b) => items.indexOf(a.item) - items.indexOf(b.item))
}

function resultsOf(judgements: readonly StoredJudgement[]): NonNullable<ExerciseView['results']> {
  const isGlobal = ({ criterionId }: StoredJudgement) => criterionId === GLOBAL
  return {
    global: bothRounds(judgements.filter(isGlobal)),
    criteria: bothRounds(judgements.filter((judgement) => !isGlobal(judgement))),
  }
}

function bothRounds(judgements: readonly StoredJudgement[]): TwoRounds {
  const [first, second] = [roundOf(judgements, 1), roundOf(judgements, 2)]
  return { first, second, change: angoffChange(first, second) }
}

const roundOf = (judgements: readonly StoredJudgement[], round: number) =>
  angoffRound(
    judgements
      .filter((judgement) => judgement.round === round)
      .map(({ judgeId: judge, criterionId: item, estimate }) => ({ judge, item, estimate })),
  )
