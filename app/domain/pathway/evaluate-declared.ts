import { inChoice } from '../listing.ts'
import type { Context } from './context.ts'
import { addMonths, dayWords, monthsIn, type Term, termWords } from './days.ts'
import type { Standing } from './evaluated.ts'
import type { Day, StaffCheckFact } from './facts.ts'
import type { AttestationRule, ProfessionRule, StaffCheckRule } from './rules.ts'
import { plainWords } from './wording.ts'

const NO_EVIDENCE = { counted: [], notCounted: [], children: [] } as const
/** Saying or checking one thing, when ways are compared. */
const DECLARING_HOURS = 0.25

type Declared = Pick<Standing, 'because' | 'missing'> & Partial<Pick<Standing, 'next' | 'metOn'>>

const declared = (state: Standing['state'], unit: string, rest: Declared): Standing => ({
  state,
  ...{ have: state === 'met' ? 1 : 0, need: 1, unit, ...NO_EVIDENCE },
  remainingHours: state === 'met' ? 0 : DECLARING_HOURS,
  ...rest,
})

const isOver = (on: Day, validFor: Term | undefined, at: Day) =>
  validFor !== undefined && on <= addMonths(at, -monthsIn(validFor))

/** What the person declares of themselves, by their latest word up to the day; it runs out after `validFor`. */
export function evaluateAttestation(id: string, rule: AttestationRule, { facts, at }: Context): Standing {
  const last = facts.attestations
    .filter(({ requirementId, on }) => requirementId === id && on <= at)
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .at(-1)
  const next = { text: 'Confirm it', target: { kind: 'attestation' as const, requirementId: id } }
  const missing = ['your confirmation']
  if (!last) return declared('not-begun', 'confirmation', { because: ['You have not confirmed it yet'], missing, next })
  const day = dayWords(last.on)
  if (last.isWithdrawn)
    return declared('not-begun', 'confirmation', { because: [`You took it back on ${day}`], missing, next })
  const because = [`You confirmed it on ${day}`]
  if (!rule.validFor || !isOver(last.on, rule.validFor, at))
    return declared('met', 'confirmation', { because, missing: [], metOn: last.on })
  because.push(`It holds for ${termWords(rule.validFor)}`)
  return declared('expired', 'confirmation', { because, missing, next })
}

/** What staff have to check, by their latest finding up to the day. Of two on one day a refusal stands. */
export function evaluateStaffCheck(id: string, rule: StaffCheckRule, { facts, at }: Context): Standing {
  const last = facts.staffChecks
    .filter(({ requirementId, on }) => requirementId === id && on <= at)
    .sort(byDay)
    .at(-1)
  const missing = ['the check by accreditation staff']
  const next = { text: 'Accreditation staff check this' }
  if (!last) return declared('not-begun', 'check', { because: ['Not checked by staff yet'], missing, next })
  const day = dayWords(last.on)
  if (last.outcome === 'refused')
    return declared('under-way', 'check', {
      because: [last.note ? `Staff did not accept it on ${day}: ${last.note}` : `Staff did not accept it on ${day}`],
      missing,
      next,
    })
  const because = [last.note ? `Staff accepted it on ${day}: ${last.note}` : `Staff accepted it on ${day}`]
  if (!rule.validFor || !isOver(last.on, rule.validFor, at))
    return declared('met', 'check', { because, missing: [], metOn: last.on })
  because.push(`It holds for ${termWords(rule.validFor)}`)
  return declared('expired', 'check', { because, missing, next })
}

/** Of two checks of one day, the refusal is taken for the later one. */
const byDay = (a: StaffCheckFact, b: StaffCheckFact) =>
  a.on === b.on ? Number(a.outcome === 'refused') - Number(b.outcome === 'refused') : a.on < b.on ? -1 : 1

/** Whether the person has one of the professions; nothing else can meet it. */
export function evaluateProfession({ oneOf }: ProfessionRule, { facts }: Context): Standing {
  const { profession } = facts.person
  const because = [`Your profession: ${plainWords(profession)}`]
  if (oneOf.includes(profession)) return declared('met', 'profession', { because, missing: [] })
  return declared('not-begun', 'profession', {
    because,
    missing: [`one of the professions ${inChoice(oneOf.map(plainWords))}`],
    next: { text: 'Talk to accreditation staff about your profession' },
  })
}
