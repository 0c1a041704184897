import { isApprovedOn, type Period } from './approval.ts'
import type { CaseBody, Day, PortfolioKind, SupervisionBody } from './entry.ts'

/** What a supervisor countersigns, as one version says it. */
export type Countersignable = { kind: 'case'; body: CaseBody } | { kind: 'supervision'; body: SupervisionBody }

export type SupervisorAnswer = 'signed' | 'refused' | 'correction-asked'

export type Verdict = { allowed: true } | { allowed: false; because: string }

const allowed: Verdict = { allowed: true }
const refused = (because: string): Verdict => ({ allowed: false, because })

/**
 * Whether a supervisor may sign by their approvals: of a session, the day on which it was held decides; of a treatment, that they
 * were approved on some day of it, as it may well have outlasted an approval.
 * @param today where the person who asks or signs lives; a treatment under way has lasted until then.
 */
export function approvedFor(entry: Countersignable, approvals: readonly Period[], today: Day): Verdict {
  if (entry.kind === 'supervision')
    return isApprovedOn(approvals, entry.body.on)
      ? allowed
      : refused('The supervisor was not approved on the day of this session, so it cannot be signed.')
  const { startedOn, endedOn } = entry.body
  const lasted = { from: startedOn, to: endedOn ?? today }
  const meets = approvals.some(({ startsOn, endsOn }) => startsOn <= lasted.to && (!endsOn || endsOn >= lasted.from))
  return meets ? allowed : refused('The supervisor was not approved on any day of this treatment.')
}

export type AskFacts = {
  entry: Countersignable
  ownerId: string
  supervisorId: string
  approvals: readonly Period[]
  /** What became of the version in force, and before whom it was. */
  signature: 'none' | 'waiting' | SupervisorAnswer
  signedBy: string | null
  today: Day
}

/** Decides whether an entry may be put before a supervisor as it stands now. */
export function decideAsk({ entry, signature, signedBy, ...facts }: AskFacts): Verdict {
  if (facts.supervisorId === facts.ownerId) return refused('Nobody countersigns an entry of their own.')
  if (signature === 'waiting') return refused('It waits for a supervisor already.')
  if (signature === 'signed') return refused('It is signed as it stands.')
  if (signature === 'correction-asked') return refused('A correction was asked for: correct it first, then ask again.')
  if (signature === 'refused' && signedBy === facts.supervisorId)
    return refused('This supervisor refused it as it stands.')
  return approvedFor(entry, facts.approvals, facts.today)
}

/** What became of one request, as both sides are told. */
export type Standing =
  | 'waiting'
  | SupervisorAnswer
  /** The entry was corrected before there was an answer. */
  | 'changed'
  /** It was signed, and corrected afterwards: the signature went with the version that it was given for. */
  | 'voided'
  | 'withdrawn'

export type RequestFacts = {
  version: number
  /** Of the version that was asked for, as it was then. */
  digest: string
  currentVersion: number
  /** Of the version that was asked for, as it is kept. */
  keptDigest: string
  isRemoved: boolean
  isVoided: boolean
  answer: SupervisorAnswer | null
}

export function standingOf({ answer, isVoided, isRemoved, ...request }: RequestFacts): Standing {
  const isChanged = request.currentVersion !== request.version || request.keptDigest !== request.digest
  if (answer === 'signed' && (isVoided || isRemoved || isChanged)) return 'voided'
  if (answer) return answer
  if (isRemoved) return 'withdrawn'
  if (isChanged) return 'changed'
  return isVoided ? 'withdrawn' : 'waiting'
}

export type AnswerFacts = RequestFacts & {
  entry: Countersignable
  ownerId: string
  supervisorId: string
  approvals: readonly Period[]
  today: Day
}

const tooLate: Record<Exclude<Standing, 'waiting'>, string> = {
  signed: 'You have signed this already.',
  refused: 'You have refused this already.',
  'correction-asked': 'You have asked for a correction of this already.',
  changed: 'This was corrected meanwhile, and what you saw is no longer what it says.',
  voided: 'You signed this, and it was corrected afterwards.',
  withdrawn: 'This is not asked of you any more.',
}

/** Decides whether a supervisor may answer: what they saw is still what the entry says, and they were approved for it. */
export function decideAnswer(request: AnswerFacts, answer: SupervisorAnswer): Verdict {
  if (request.ownerId === request.supervisorId) return refused('Nobody countersigns an entry of their own.')
  const standing = standingOf(request)
  if (standing !== 'waiting') return refused(tooLate[standing])
  // Somebody whose approval was taken back may still say that something is wrong.
  return answer === 'signed' ? approvedFor(request.entry, request.approvals, request.today) : allowed
}

/** What "all that is new" asks for: every session, and the treatments that have ended, which no further session changes. */
export const isReadyToAsk = (kind: PortfolioKind, body: { endedOn?: Day | null }): boolean =>
  kind === 'supervision' || (kind === 'case' && Boolean(body.endedOn))
