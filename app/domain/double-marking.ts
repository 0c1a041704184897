import { inList } from './listing.ts'
import { differencesOf, GLOBAL, isAcrossStandard, levelsInWords, type MarkDifferences } from './mark-differences.ts'
import type { MarkingPolicy } from './marking-policy.ts'
import { decideMark, type Mark, type MarkedRubric, type Rating } from './rubric.ts'

/** What becomes of two marks of one script. `because` is sentences for whoever asks later. */
export type DoubleOutcome =
  | { kind: 'agreed'; mark: Mark; hasPassed: boolean; because: string[] }
  | { kind: 'talk'; because: string[] }
  | { kind: 'adjudication'; because: string[] }

type AgreementPolicy = Pick<MarkingPolicy, 'adjudication' | 'agreeWithin'>

/**
 * Compares two marks that were locked unseen by each other, and says what follows: a third marker where one of the policy's
 * adjudication rules holds; a mark agreed by itself where all levels lie within the policy's tolerance, on the same side of every
 * standard, and nobody flagged a critical error; otherwise a talk between the two. Which of the two is called first changes
 * neither what follows nor a level of the agreed mark.
 */
export function compareMarks(
  rubric: MarkedRubric,
  policy: AgreementPolicy,
  first: Mark,
  second: Mark,
): MarkDifferences & { outcome: DoubleOutcome } {
  const differences = differencesOf(rubric, first, second)
  return { ...differences, outcome: whatFollows(rubric, policy, differences, [first, second]) }
}

function whatFollows(
  rubric: MarkedRubric,
  policy: AgreementPolicy,
  differences: MarkDifferences,
  marks: readonly [Mark, Mark],
): DoubleOutcome {
  const forThird = whyAdjudication(policy.adjudication, differences)
  if (forThird.length > 0) return { kind: 'adjudication', because: forThird }
  const against = whyNoAgreement(rubric, policy.agreeWithin, differences)
  if (against.length > 0) return { kind: 'talk', because: against }

  const mark = agreedMark(rubric, marks)
  const { hasPassed } = decideMark(rubric, mark)
  // A rule over several criteria at once could let two marks that fail agree on one that passes.
  if (hasPassed !== differences.passes[0])
    return { kind: 'talk', because: ['The levels between the two marks would pass where the marks do not.'] }
  return { kind: 'agreed', mark, hasPassed, because: whyAgreed(differences) }
}

function whyAdjudication(rules: AgreementPolicy['adjudication'], { levels, criticalErrors, passes }: MarkDifferences) {
  const far = levels.filter(({ apart }) => apart !== null && apart >= rules.difference)
  const because = far.map((one) => `${one.title} differs by ${one.apart}: ${levelsInWords(one)}.`)
  if (rules.eitherSideOfPass && passes[0] !== passes[1]) because.push('One mark passes and the other does not.')
  if (rules.anyCriticalError && criticalErrors.length > 0)
    because.push(`A critical error was flagged: ${namesOf(criticalErrors)}.`)
  return because
}

function whyNoAgreement(
  rubric: MarkedRubric,
  agreeWithin: number | null,
  { levels, criticalErrors, passes }: MarkDifferences,
) {
  if (agreeWithin === null) return ['The two markers talk about every script.']
  const because = levels.flatMap((one) => {
    if (one.apart === null) return [`${one.title}: one marker could rate it and the other could not.`]
    if (isAcrossStandard(rubric, one))
      return [`${one.title}: ${levelsInWords(one)} lie on either side of the pass standard.`]
    return one.apart > agreeWithin ? [`${one.title} differs by ${one.apart}: ${levelsInWords(one)}.`] : []
  })
  if (passes[0] !== passes[1]) because.push('One mark passes and the other does not.')
  if (criticalErrors.length > 0) because.push(`A critical error was flagged: ${namesOf(criticalErrors)}.`)
  return because
}

function whyAgreed({ levels }: MarkDifferences) {
  const unequal = levels.filter(({ apart }) => apart !== 0)
  if (unequal.length === 0) return ['Two people marked this script and gave the same levels.']
  return [
    'Two people marked this script, and their levels lie within the tolerance.',
    `Between two levels the higher half stands: ${inList(unequal.map((one) => `${one.title} (${levelsInWords(one)})`))}.`,
  ]
}

function agreedMark({ criteria }: MarkedRubric, [first, second]: readonly [Mark, Mark]): Mark {
  const rating = (id: string): Rating => {
    const [a, b] = [first.ratings[id], second.ratings[id]]
    return { level: between(a?.level ?? null, b?.level ?? null), comment: together(a?.comment, b?.comment) }
  }
  return {
    ratings: Object.fromEntries(criteria.map(({ id }) => [id, rating(id)])),
    globalLevel: between(first.globalLevel, second.globalLevel) ?? first.globalLevel,
    comment: together(first.comment, second.comment),
    criticalErrors: {},
  }
}

/** Half way, and where there is no half way up: the trainee has the benefit of the doubt, the standard not being in question. */
const between = (first: number | null, second: number | null) =>
  first === null || second === null ? null : Math.ceil((first + second) / 2)

/** Both markers' words to the trainee, the same ones once. */
const together = (first = '', second = '') => [...new Set([first, second])].filter((words) => words !== '').join('\n\n')

const namesOf = (named: readonly { title: string }[]) => inList(named.map(({ title }) => title))

/**
 * What an attempt is given once a third marker has marked it: that mark, as it is. A mean or the nearer pair of three marks would
 * be a judgement that nobody made; the third marker had the script and both marks before them.
 */
export function finalAfterAdjudication(
  rubric: MarkedRubric,
  [first, second]: readonly [Mark, Mark],
  third: Mark,
): { mark: Mark; hasPassed: boolean; because: string[] } {
  const global = differencesOf(rubric, first, second).levels.find(({ id }) => id === GLOBAL)
  return {
    mark: third,
    hasPassed: decideMark(rubric, third).hasPassed,
    because: [
      'Two people marked this script without seeing each other’s mark, and a third decided.',
      ...(global
        ? [`The global ratings were ${levelsInWords(global)}; the third marker gave ${third.globalLevel}.`]
        : []),
    ],
  }
}
