import { addMonths, dayWords, monthsIn, type Term } from './pathway/days.ts'
import { evaluatePathway } from './pathway/evaluate-pathway.ts'
import { type EvaluatedPathway, leavesOf } from './pathway/evaluated.ts'
import type { Day, PathwayFacts } from './pathway/facts.ts'
import { factsSince } from './pathway/facts-since.ts'
import type { Pathway, Requirement } from './pathway/rules.ts'
import { addDays, latestOf } from './portfolio/days.ts'

/** What a pathway says of renewing a status, with every gap filled. */
export type RenewalRules = {
  /** How long a status is valid. */
  every: Term
  /** How long after its last day it can still be renewed. */
  grace: { months: number }
  /** How long before its last day one can apply. */
  opens: { months: number }
  requirements: readonly Requirement[]
}

/** [P] What holds where a pathway says nothing; nobody has published a number. */
const UNSAID: RenewalRules = {
  every: { years: 5 },
  grace: { months: 3 },
  opens: { months: 12 },
  requirements: [
    {
      id: 'renewal-cpd',
      title: 'Professional development',
      why: 'Ten hours a year on average, each with a reflection.',
      ...{ kind: 'sum', evidence: 'cpd', where: { reflection: true }, of: 'hours', atLeast: 50 },
    },
    {
      id: 'renewal-supervision',
      title: 'Supervision goes on',
      why: 'Four hours a year on average.',
      ...{ kind: 'sum', evidence: 'supervision', where: { supervisor: 'in-force', countersigned: true } },
      ...{ of: 'minutes', atLeast: 1200 },
    },
  ],
}

export type SaidOfRenewal = Pathway['renewal'] | null

/** What a pathway says of renewal, with what holds for every status where it says nothing. */
export const renewalRules = (said: SaidOfRenewal): RenewalRules => ({
  every: said?.every ?? UNSAID.every,
  grace: said?.grace ?? UNSAID.grace,
  opens: said?.opens ?? UNSAID.opens,
  requirements: said?.requirements ?? UNSAID.requirements,
})

/** The last day of a term that begins on a day. */
export const lastDayOfTerm = (firstDay: Day, every: Term): Day => addDays(addMonths(firstDay, monthsIn(every)), -1)

/** Until when a status holds once it is renewed: a term on from its old last day, so that who renews early loses nothing. */
export const renewedUntil = (validUntil: Day, every: Term): Day => lastDayOfTerm(addDays(validUntil, 1), every)

/** A status as it bears on its renewal. */
export type RenewableStatus = {
  grantedOn: Day
  /** The last day. */
  validUntil: Day
  /** Another one went on with it. */
  isRenewed: boolean
  isRevoked: boolean
  /** A renewal was handed in that is not finally decided: with staff, under appeal, or refused while an appeal is open to the holder. */
  isUndecided: boolean
}

/** `open`: it holds, and its renewal can be applied for. `ended`: revoked. */
export type StandingState = 'running' | 'open' | 'in-grace' | 'lapsed' | 'renewed' | 'ended'

export type StatusStanding = {
  state: StandingState
  /** The first day on which one can apply for the renewal. */
  opensOn: Day
  /** The last day on which one can. */
  graceUntil: Day
  because: string
}

/** How a status stands on a day of its holder's calendar. */
export function standingOf(
  status: RenewableStatus,
  rules: Pick<RenewalRules, 'opens' | 'grace'>,
  today: Day,
): StatusStanding {
  const { grantedOn, validUntil, isUndecided } = status
  const opensOn = latestOf(grantedOn, addMonths(validUntil, -rules.opens.months))
  const graceUntil = addMonths(validUntil, rules.grace.months)
  const standing = (state: StandingState, because: string) => ({ state, opensOn, graceUntil, because })
  if (status.isRevoked) return standing('ended', 'It was revoked. A revoked status is not renewed.')
  if (status.isRenewed) return standing('renewed', 'It was renewed; the one that goes on with it holds.')
  if (today < opensOn) return standing('running', `It holds. It can be renewed from ${dayWords(opensOn)}.`)
  if (today <= validUntil)
    return standing(
      'open',
      isUndecided
        ? 'It holds. Its renewal was handed in and is not finally decided.'
        : `It holds, and can be renewed now, until ${dayWords(graceUntil)}.`,
    )
  const ended = `It ended on ${dayWords(validUntil)}`
  if (isUndecided)
    return standing(
      'in-grace',
      `${ended}. Its renewal was handed in; it does not lapse before that is finally decided.`,
    )
  if (today <= graceUntil)
    return standing('in-grace', `${ended}, and can still be renewed until ${dayWords(graceUntil)}.`)
  return standing('lapsed', `${ended} and was not renewed. It takes a fresh application by the whole pathway.`)
}

/** Whether its renewal can be applied for now. */
export const isOpenForRenewal = ({ state }: Pick<StatusStanding, 'state'>): boolean =>
  state === 'open' || state === 'in-grace'

/** The status holds, or is in the time in which it can still go on. */
export const isHeld = ({ state }: Pick<StatusStanding, 'state'>): boolean =>
  state === 'running' || isOpenForRenewal({ state })

/** What an application renews: the evidence counts from `since`, the day after the one on which the status rests was handed in. */
export type Renewed = { validUntil: Day; since: Day }

/** By what an application is judged: a renewal by what the pathway asks for that. */
export const judgedBy = <Judged extends Pathway>(pathway: Judged, renews: Renewed | null): Judged =>
  renews ? { ...pathway, requirements: renewalRules(pathway.renewal).requirements } : pathway

/** On what it is judged. */
export const judgedOn = (facts: PathwayFacts, renews: Renewed | null): PathwayFacts =>
  renews ? factsSince(facts, renews.since) : facts

/** How far the renewal of a status has come. */
export function evaluateRenewalOf(
  { title, version, renewal, since }: { title: string; version: number; renewal: SaidOfRenewal; since: Day },
  facts: PathwayFacts,
  at: Day,
): EvaluatedPathway {
  const { requirements } = renewalRules(renewal)
  return evaluatePathway({ title, version, requirements }, factsSince(facts, since), at)
}

/** What is missing, in phrases that name the requirement. */
export const missingIn = ({ requirements }: Pick<EvaluatedPathway, 'requirements'>): string[] =>
  leavesOf(requirements).flatMap(({ title, missing }) => missing.map((one) => `${title}: ${one}`))

/** How long ahead the holder is told that a status ends. */
export const REMINDED_MONTHS_AHEAD = [12, 6, 3, 1] as const

/**
 * The latest reminder that is due: after a time in which nothing ran, the earlier ones are passed over. Nothing for a moment
 * that was before the status began.
 */
export function reminderDue(
  { grantedOn, validUntil }: Pick<RenewableStatus, 'grantedOn' | 'validUntil'>,
  today: Day,
): number | null {
  if (today > validUntil) return null
  const due = REMINDED_MONTHS_AHEAD.filter((months) => {
    const on = addMonths(validUntil, -months)
    return on > grantedOn && on <= today
  })
  return due.at(-1) ?? null
}
