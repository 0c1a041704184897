import { addDays, latestOf, utcDay } from './days.ts'
import type { CaseBody, ClipBody, Day, PortfolioBodies, PortfolioKind, TrainingBody } from './entry.ts'

/**
 * How long each class of record is kept. [P] throughout: no regulator names a period for a trainee's portfolio. The principle is that of
 * the ICO, UK GDPR article 5(1)(e), storage limitation: personal data is kept no longer than its purpose needs, the period is set
 * beforehand, and people are told. The purpose of evidence is a status, which lapses after five years and may be appealed against
 * in the year that follows.
 */
export const YEARS_KEPT: Record<PortfolioKind, number> = {
  case: 6,
  supervision: 6,
  clip: 6,
  training: 6,
  reflection: 6,
  cpd: 6,
}

/** What its owner took out serves nothing any more; the time is for whoever did so by mistake. */
export const DAYS_KEPT_AFTER_REMOVAL = 90

/** A file whose record was never finished. */
export const HOURS_KEPT_WITHOUT_RECORD = 24

/** What is not erased with the portfolio, and why. Each is somebody else's act, or the record of one. */
export const STAYS = [
  { what: 'Marks and feedback on your answers', why: 'They are the markers’ judgements, and what a status rests on.' },
  {
    what: 'What supervisors signed, rated and stated',
    why: 'It is what they said, under their name: that it was said, not the text of yours.',
  },
  {
    what: 'Applications with the evidence frozen in them, and their decisions',
    why: 'A decision has to be explained for as long as it holds.',
  },
  { what: 'Certificates', why: 'Whoever was shown one may verify it.' },
  { what: 'The audit trail', why: 'It says who did what and when, by ids alone: nothing that you wrote.' },
] as const

/** What the last day of each kind is read from. */
type DatedBodies = Pick<PortfolioBodies, 'case' | 'clip' | 'training'> &
  Record<'supervision' | 'reflection' | 'cpd', { on: Day }>

type Kept<Kind extends PortfolioKind> = { kind: Kind; body: DatedBodies[Kind]; removedOn: Day | null }

/** The day from which on an entry is to be erased: the years of its class after its last day, or sooner where it was taken out. */
export function erasedFrom<Kind extends PortfolioKind>({ kind, body, removedOn }: Kept<Kind>): Day {
  const end = addYears(lastDayOf(kind, body), YEARS_KEPT[kind])
  const afterRemoval = removedOn && addDays(removedOn, DAYS_KEPT_AFTER_REMOVAL)
  return afterRemoval && afterRemoval < end ? afterRemoval : end
}

/** An open case goes on: its last session is its last day so far. A recording outlives its session. */
function lastDayOf<Kind extends PortfolioKind>(kind: Kind, body: DatedBodies[Kind]): Day {
  if (kind === 'training') return (body as TrainingBody).endedOn
  if (kind === 'case') {
    const { startedOn, endedOn, sessions } = body as CaseBody
    return endedOn ?? latestOf(startedOn, ...sessions.map(({ on }) => on))
  }
  if (kind === 'clip') {
    const { heldOn, destroyBy, destroyedOn } = body as ClipBody
    return latestOf(heldOn, destroyedOn ?? destroyBy)
  }
  return (body as { on: Day }).on
}

/** 29 February becomes 1 March where there is none. */
export function addYears(day: Day, years: number): Day {
  const date = new Date(day)
  date.setUTCFullYear(date.getUTCFullYear() + years)
  return utcDay(date)
}
