import { bacpMinutes, registerMbtSessions } from './credit.ts'
import { dayWords } from './days.ts'
import type { EvidenceRef } from './evaluated.ts'
import type {
  CaseFact,
  ClipFact,
  CpdFact,
  Day,
  DocumentFact,
  PathwayFacts,
  SupervisionFact,
  TrainingFact,
} from './facts.ts'
import type { EvidenceKind } from './rules.ts'

type Value = boolean | string | number

/** One piece of evidence of any kind, so far as a rule can ask about it. */
export type Piece = {
  evidence: EvidenceKind
  id: string
  label: string
  from: Day
  to: Day
  /** How it is told of; the same object wherever it is, so that pieces are told apart by it. */
  ref: EvidenceRef
  caseIds: readonly string[]
  fields: Readonly<Record<string, Value>>
  amounts: Readonly<Record<string, number>>
  /** Of a case: its sessions, in the order of their days. */
  sessions?: CaseFact['sessions']
  endedOn?: Day | undefined
}

export type Pieces = Readonly<Record<EvidenceKind, readonly Piece[]>>

type Approved = (subject: 'supervisor' | 'provider', id: string | undefined, ...days: (Day | undefined)[]) => boolean

const isUpTo = (day: Day | undefined, at: Day): day is Day => day !== undefined && day <= at

const byDayAndId = (a: Piece, b: Piece) => {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1
  return a.id < b.id ? -1 : Number(a.id > b.id)
}

type Unreferred = Omit<Piece, 'ref'>

const referred = (piece: Unreferred): Piece => {
  const { evidence, id, label, from } = piece
  return Object.assign(piece, { ref: { evidence, id, label, on: from } })
}

/** The evidence as it stood at the end of a day, in the order of its days whatever the order of the facts. */
export function piecesAt(facts: PathwayFacts, at: Day): Pieces {
  const isApproved = approvalsOf(facts)
  const codes = new Map(facts.cases.map(({ id, code }) => [id, code]))
  const cases = facts.cases.filter(({ startedOn }) => startedOn <= at)
  const of = <Fact>(list: readonly Fact[], pieceOf: (fact: Fact) => Unreferred) =>
    list.map((fact) => referred(pieceOf(fact))).sort(byDayAndId)
  const held = <Fact extends { on: Day }>(list: readonly Fact[]) => list.filter(({ on }) => on <= at)
  return {
    cases: of(cases, (fact) => casePiece(fact, at, isApproved)),
    supervision: of(held(facts.supervision), (fact) => supervisionPiece(fact, at, isApproved)),
    clips: of(held(facts.clips), (fact) => clipPiece(fact, at, isApproved, codes.get(fact.caseId) ?? '')),
    trainings: of(
      facts.trainings.filter(({ endedOn }) => endedOn <= at),
      (fact) => trainingPiece(fact, at, isApproved),
    ),
    documents: of(inForce(held(facts.documents)), (fact) => documentPiece(fact, isApproved)),
    cpd: of(held(facts.cpd), cpdPiece),
  }
}

/** Of the statements of each supervisor the newest: a later word takes the place of an earlier one, from its day on. */
function inForce(documents: readonly DocumentFact[]): DocumentFact[] {
  const newest = new Map<string, DocumentFact>()
  const others: DocumentFact[] = []
  for (const document of documents) {
    const { kind, supervisorId } = document
    if (kind !== 'supervisor-statement' || supervisorId === undefined) others.push(document)
    else if (isLater(document, newest.get(supervisorId))) newest.set(supervisorId, document)
  }
  return [...others, ...newest.values()]
}

/** Ids tell which came later on one day. */
const isLater = (a: DocumentFact, b: DocumentFact | undefined): boolean =>
  b === undefined || a.on > b.on || (a.on === b.on && a.id > b.id)

/** Whether somebody was approved on every one of these days. A day that is not known was none. */
function approvalsOf({ approvals }: PathwayFacts): Approved {
  const terms = Map.groupBy(approvals, ({ subject, id }) => `${subject} ${id}`)
  return (subject, id, ...days) => {
    const granted = terms.get(`${subject} ${id}`)
    if (!granted) return false
    return days.every(
      (day) =>
        day !== undefined && granted.some(({ from, until }) => from <= day && (until === undefined || day <= until)),
    )
  }
}

function casePiece(fact: CaseFact, at: Day, isApproved: Approved): Unreferred {
  const sessions = fact.sessions.filter(({ on }) => on <= at).sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
  const endedOn = isUpTo(fact.endedOn, at) ? fact.endedOn : undefined
  const isCountersigned = isUpTo(fact.countersignedOn, at)
  return {
    ...{ evidence: 'cases', id: fact.id, label: `Case ${fact.code}`, caseIds: [fact.id], sessions, endedOn },
    from: fact.startedOn,
    to: endedOn ?? sessions.at(-1)?.on ?? fact.startedOn,
    fields: {
      modality: fact.modality,
      diagnosis: fact.diagnosis.category,
      diagnosisSystem: fact.diagnosis.system,
      diagnosedBy: fact.diagnosedBy,
      primaryIntervention: fact.isPrimaryIntervention,
      endedEarly: fact.isEndedEarly && endedOn !== undefined,
      ended: endedOn !== undefined,
      countersigned: isCountersigned,
      sessions: sessions.length,
      supervisor: isCountersigned && isApproved('supervisor', fact.supervisorId, fact.countersignedOn),
    },
    amounts: caseAmounts(sessions),
  }
}

const caseAmounts = (sessions: CaseFact['sessions']) => ({
  sessions: sessions.length,
  minutes: sessions.reduce((sum, { minutes = 0 }) => sum + minutes, 0),
})

function supervisionPiece(fact: SupervisionFact, at: Day, isApproved: Approved): Unreferred {
  return {
    ...{
      evidence: 'supervision',
      id: fact.id,
      label: `Supervision on ${dayWords(fact.on)}`,
      from: fact.on,
      to: fact.on,
    },
    caseIds: [...new Set(fact.caseIds)].sort(),
    fields: {
      mode: fact.mode,
      minutes: fact.minutes,
      supervisees: fact.supervisees,
      cases: fact.caseIds.length,
      countersigned: isUpTo(fact.countersignedOn, at),
      report: fact.hasReport,
      supervisor: isApproved('supervisor', fact.supervisorId, fact.on),
      supervisorId: fact.supervisorId,
    },
    amounts: {
      minutes: fact.minutes,
      'register-mbt-sessions': registerMbtSessions(fact),
      'bacp-minutes': bacpMinutes(fact),
    },
  }
}

function clipPiece(fact: ClipFact, at: Day, isApproved: Approved, code: string): Unreferred {
  const isReviewed = isUpTo(fact.reviewedOn, at)
  return {
    ...{ evidence: 'clips', id: fact.id, label: `Clip of session ${fact.sessionNumber} of ${code}`.trimEnd() },
    ...{ from: fact.on, to: fact.on, caseIds: [fact.caseId] },
    fields: {
      media: fact.media,
      minutes: fact.minutes,
      session: `${fact.caseId} ${fact.sessionNumber}`,
      consent: fact.isConsentAttested,
      reviewed: isReviewed,
      supervisor: isReviewed && isApproved('supervisor', fact.supervisorId, fact.reviewedOn),
    },
    amounts: { minutes: fact.minutes },
  }
}

function trainingPiece(fact: TrainingFact, at: Day, isApproved: Approved): Unreferred {
  const { days, liveHours, selfGuidedHours } = fact
  return {
    ...{ evidence: 'trainings', id: fact.id, label: fact.title, from: fact.startedOn, to: fact.endedOn, caseIds: [] },
    fields: {
      kind: fact.kind,
      checked: isUpTo(fact.checkedOn, at),
      provider: isApproved('provider', fact.providerId, fact.startedOn, fact.endedOn),
      providerId: fact.providerId,
      days,
      liveHours,
    },
    amounts: { days, liveHours, selfGuidedHours, hours: liveHours + selfGuidedHours },
  }
}

const documentLabels = {
  'reflective-report': 'Reflective report',
  'supervisor-statement': "Supervisor's statement",
  reflection: 'Reflection',
}

const documentPiece = (fact: DocumentFact, isApproved: Approved): Unreferred => ({
  ...{ evidence: 'documents', id: fact.id, label: `${documentLabels[fact.kind]} of ${dayWords(fact.on)}` },
  ...{ from: fact.on, to: fact.on, caseIds: [], amounts: {} },
  fields: {
    kind: fact.kind,
    positive: fact.isPositive === true,
    supervisor: isApproved('supervisor', fact.supervisorId, fact.on),
  },
})

const cpdPiece = (fact: CpdFact): Unreferred => ({
  ...{
    evidence: 'cpd',
    id: fact.id,
    label: `${fact.topic}, ${dayWords(fact.on)}`,
    from: fact.on,
    to: fact.on,
    caseIds: [],
  },
  fields: {
    method: fact.method,
    topic: fact.topic,
    hours: fact.hours,
    participatoryHours: fact.participatoryHours,
    reflection: fact.hasReflection,
  },
  amounts: { hours: fact.hours, participatoryHours: fact.participatoryHours },
})

/** What there was of the evidence by the end of an earlier day, with what has been confirmed since. */
export function piecesUntil(pieces: Pieces, day: Day): Pieces {
  const until = (list: readonly Piece[]) => list.filter(({ to }) => to <= day)
  return {
    ...pieces,
    cases: pieces.cases.filter(({ from }) => from <= day).map((piece) => sessionsBetween(piece, '', day)),
    supervision: until(pieces.supervision),
    clips: until(pieces.clips),
    trainings: until(pieces.trainings),
    documents: until(pieces.documents),
    cpd: until(pieces.cpd),
  }
}

/** A case with only those of its sessions that were held after one day and up to another; any other piece as it is. */
export function sessionsBetween(piece: Piece, after: Day, until: Day): Piece {
  if (!piece.sessions) return piece
  const sessions = piece.sessions.filter(({ on }) => on > after && on <= until)
  if (sessions.length === piece.sessions.length) return piece
  return { ...piece, sessions, fields: { ...piece.fields, sessions: sessions.length }, amounts: caseAmounts(sessions) }
}
