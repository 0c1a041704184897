import type { Approved } from './approvals.ts'
import { bacpMinutes, registerMbtSessions } from './credit.ts'
import { dayWords } from './days.ts'
import type { EvidenceRef } from './evaluated.ts'
import type { CaseFact, ClipFact, CpdFact, Day, DocumentFact, SupervisionFact, TrainingFact } from './facts.ts'
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

/** Before it is told of. */
export type Unreferred = Omit<Piece, 'ref'>

const isUpTo = (day: Day | undefined, at: Day): day is Day => day !== undefined && day <= at

/** A fact of each kind as it stood at the end of a day, by what a rule may ask of it and by what of it is added up. */
export const pieceOf = {
  case: casePiece,
  supervision: supervisionPiece,
  clip: clipPiece,
  training: trainingPiece,
  document: documentPiece,
  cpd: cpdPiece,
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

/** What is added up of a case: of all of its sessions, or of some. */
export const caseAmounts = (sessions: CaseFact['sessions']) => ({
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

function documentPiece(fact: DocumentFact, isApproved: Approved): Unreferred {
  return {
    ...{ evidence: 'documents', id: fact.id, label: `${documentLabels[fact.kind]} of ${dayWords(fact.on)}` },
    ...{ from: fact.on, to: fact.on, caseIds: [], amounts: {} },
    fields: {
      kind: fact.kind,
      positive: fact.isPositive === true,
      supervisor: isApproved('supervisor', fact.supervisorId, fact.on),
    },
  }
}

function cpdPiece(fact: CpdFact): Unreferred {
  return {
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
  }
}
