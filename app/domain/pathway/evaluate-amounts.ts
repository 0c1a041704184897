import { inNumber } from '../wording.ts'
import { type Context, refOf } from './context.ts'
import { addMonths, monthOf, monthWords } from './days.ts'
import type { Standing } from './evaluated.ts'
import { AMOUNTS, type Amount, PIECES } from './fields.ts'
import { meets } from './filters.ts'
import type { Piece } from './piece.ts'
import type { CountRule, EvidenceKind, MonthlyRule, Selection, ShareRule, SumRule } from './rules.ts'
import { distinct, type Selected, select, withinPeriod } from './select.ts'
import { amountWords, isEnough, missingOf, moreWords, unitWords } from './wording.ts'

/** The unit of what is added up, and how long one of it takes; where nothing is named, pieces themselves. */
export const amountNamed = (evidence: EvidenceKind, of: string): Amount => AMOUNTS[evidence][of] ?? PIECES[evidence]

const total = (pieces: readonly Piece[], of: string) => pieces.reduce((sum, { amounts }) => sum + (amounts[of] ?? 0), 0)

/** So many pieces of evidence that fit, each of what `distinctBy` tells apart once. */
export function evaluateCount(rule: CountRule, context: Context): Standing {
  const one = ({ counted }: Selected) => distinct({ counted, notCounted: [] }, rule.distinctBy).counted.length
  return evaluateAmount(rule, context, PIECES[rule.evidence], one)
}

/** So much of one amount (minutes, days, sessions) over the pieces that fit. */
export function evaluateSum(rule: SumRule, context: Context): Standing {
  return evaluateAmount(rule, context, amountNamed(rule.evidence, rule.of), ({ counted }) => total(counted, rule.of))
}

function evaluateAmount(
  rule: CountRule | SumRule,
  context: Context,
  amount: Amount,
  amountOf: (selected: Selected) => number,
): Standing {
  const all = select(rule, context)
  const inPeriod = withinPeriod(all, rule.within, context.at, (counted) => amountOf({ counted, notCounted: [] }))
  const selected = rule.kind === 'count' ? distinct(inPeriod, rule.distinctBy) : inPeriod
  const have = amountOf(selected)
  const wasMet = rule.within !== undefined && 'last' in rule.within && isEnough(amountOf(all), rule.atLeast)
  return amountStanding({ rule, selected, have, amount, wasMet })
}

type Found = {
  rule: Pick<Selection, 'evidence' | 'about'> & { atLeast: number }
  selected: Selected
  have: number
  amount: Amount
  wasMet?: boolean
}

/** How far there is enough of what was selected. */
export function amountStanding({ rule, selected, have, amount, wasMet = false }: Found): Standing {
  const { evidence, atLeast } = rule
  const missing = missingOf(have, atLeast)
  const isBegun = selected.counted.length + selected.notCounted.length > 0
  return {
    state: missing === 0 ? 'met' : wasMet ? 'expired' : isBegun ? 'under-way' : 'not-begun',
    ...{ have, need: atLeast, unit: unitWords(atLeast, amount.unit) },
    because: [`${amountWords(have)} of ${amountWords(atLeast)} ${unitWords(atLeast, amount.unit)}`],
    counted: selected.counted.map(refOf),
    notCounted: selected.notCounted,
    missing: missing === 0 ? [] : [moreWords(missing, amount.unit)],
    remainingHours: missing * amount.hours,
    ...(missing > 0 && { next: isSupervisors(rule) ? ASK_SUPERVISOR : portfolioStep(evidence) }),
    children: [],
  }
}

/** A statement is written by the supervisor alone: there is no page on which the trainee could go on with it. */
const ASK_SUPERVISOR = { text: 'Ask your supervisor for the statement' }

function isSupervisors({ about }: Found['rule']): boolean {
  const kinds = about?.kind
  return Array.isArray(kinds) && kinds.length === 1 && kinds[0] === 'supervisor-statement'
}

const steps: Record<EvidenceKind, string> = {
  cases: 'Go to your cases',
  supervision: 'Log supervision',
  clips: 'Add a clip',
  trainings: 'Add a certificate',
  documents: 'Go to your documents',
  cpd: 'Add an activity',
}

/** The next step that leads to the section of the portfolio where such evidence is entered. */
export const portfolioStep = (section: EvidenceKind) => ({
  text: steps[section],
  target: { kind: 'portfolio' as const, section },
})

/** A share, 0 to 1, of the pieces that fit. Short of it, what is missing is further pieces of which every one has what is asked. */
export function evaluateShare(rule: ShareRule, context: Context): Standing {
  const inPeriod = withinPeriod(select(rule, context), rule.within, context.at, (pieces) => pieces.length)
  const having = inPeriod.counted.filter((piece) => meets(piece, rule.having)).length
  const all = inPeriod.counted.length
  const share = all === 0 ? 0 : having / all
  const isMet = all > 0 && isEnough(share, rule.atLeast)
  const further = rule.atLeast < 1 ? (rule.atLeast * all - having) / (1 - rule.atLeast) : all - having
  const missing = isMet ? 0 : Math.max(1, Math.ceil(further - 1e-9))
  const { unit, hours } = PIECES[rule.evidence]
  return {
    state: isMet ? 'met' : all > 0 ? 'under-way' : 'not-begun',
    ...{ have: Math.floor(share * 100 + 1e-9), need: Math.round(rule.atLeast * 100), unit: '%' },
    because: [`${having} of ${all} ${unitWords(all, unit)}`],
    counted: inPeriod.counted.map(refOf),
    notCounted: inPeriod.notCounted,
    missing: isMet ? [] : [`${moreWords(missing, unit)} of the kind that is asked for`],
    remainingHours: missing * hours,
    ...(!isMet && { next: portfolioStep(rule.evidence) }),
    children: [],
  }
}

/** So much in each of the last whole months, the present one not counted: one month below it is not made up by another. */
export function evaluateMonthly(rule: MonthlyRule, context: Context): Standing {
  const { unit, hours } = amountNamed(rule.evidence, rule.of)
  const months = Array.from({ length: rule.months }, (_, back) => monthOf(addMonths(context.at, back - rule.months)))
  const selected = select(rule, context)
  const counted = selected.counted.filter(({ from }) => months.includes(monthOf(from)))
  const byMonth = months.map((month) => {
    const have = total(
      counted.filter(({ from }) => monthOf(from) === month),
      rule.of,
    )
    return { month, missing: missingOf(have, rule.atLeast) }
  })
  const short = byMonth.filter(({ missing }) => missing > 0)
  const have = months.length - short.length
  return {
    state: short.length === 0 ? 'met' : counted.length + selected.notCounted.length > 0 ? 'under-way' : 'not-begun',
    ...{ have, need: months.length, unit: inNumber(months.length, { one: 'month', other: 'months' }) },
    because: [
      inNumber(
        months.length,
        {
          one: '{have} of the last 1 month has {amount} {unit}',
          other: '{have} of the last {n} months have {amount} {unit}',
        },
        { have, amount: amountWords(rule.atLeast), unit: unitWords(rule.atLeast, unit) },
      ),
    ],
    counted: counted.map(refOf),
    notCounted: selected.notCounted,
    missing: short.map(({ month, missing }) => `${monthWords(month)}: ${moreWords(missing, unit)}`),
    remainingHours: short.reduce((sum, { missing }) => sum + missing * hours, 0),
    ...(short.length > 0 && { next: portfolioStep(rule.evidence) }),
    children: [],
  }
}
