import { inChoice } from '../listing.ts'
import { PROFESSIONS } from '../people.ts'
import { CPD_METHODS, DIAGNOSES, DIAGNOSTIC_SYSTEMS, MODALITIES, TRAINING_KINDS } from '../portfolio/entry.ts'
import { CLIP_MEDIA, DOCUMENT_KINDS, SUPERVISION_MODES } from './facts.ts'
import type { EvidenceKind } from './rules.ts'
import { HOURS, MINUTES, plainWords, type Unit } from './wording.ts'

/** What a rule may ask of a piece, and the sentence for a piece that is otherwise. */
export type Field =
  | { type: 'flag'; not: string; unlessNot: string }
  | { type: 'approval'; not: string }
  | { type: 'choice'; noun: string; values?: readonly string[]; words?: Readonly<Record<string, string>> }
  | { type: 'number'; noun: string; unit: Unit }
  /** Only for `distinctBy`. */
  | { type: 'key'; noun: string }

const flag = (not: string, unlessNot: string): Field => ({ type: 'flag', not, unlessNot })
const countersigned = flag('The supervisor has not countersigned it yet', 'It is countersigned')
const approved = (not: string): Field => ({ type: 'approval', not })

export const FIELDS: Readonly<Record<EvidenceKind, Readonly<Record<string, Field>>>> = {
  cases: {
    modality: {
      type: 'choice',
      noun: 'modality',
      values: MODALITIES,
      words: { 'mbt-i': 'introductory group (MBT-I)' },
    },
    diagnosis: { type: 'choice', noun: 'primary diagnosis', values: DIAGNOSES },
    diagnosisSystem: { type: 'choice', noun: 'diagnostic system', values: DIAGNOSTIC_SYSTEMS },
    diagnosedBy: { type: 'choice', noun: 'profession of whoever made the diagnosis', values: PROFESSIONS },
    primaryIntervention: flag('MBT is not the primary intervention', 'MBT is the primary intervention'),
    endedEarly: flag('It did not end early', 'It ended early'),
    ended: flag('It has not ended yet', 'It has ended'),
    countersigned,
    sessions: { type: 'number', noun: 'number of sessions', unit: { one: 'session', other: 'sessions' } },
    supervisor: approved('No supervisor who was approved on that day has countersigned it'),
  },
  supervision: {
    mode: { type: 'choice', noun: 'form', values: SUPERVISION_MODES },
    minutes: { type: 'number', noun: 'length', unit: MINUTES },
    supervisees: { type: 'number', noun: 'number of supervisees', unit: { one: 'supervisee', other: 'supervisees' } },
    cases: { type: 'number', noun: 'number of cases brought', unit: { one: 'case', other: 'cases' } },
    countersigned,
    report: flag('What was taken away is not written down', 'What was taken away is written down'),
    supervisor: approved('The supervisor was not approved on that day'),
    supervisorId: { type: 'key', noun: 'supervisor' },
  },
  clips: {
    media: { type: 'choice', noun: 'medium', values: CLIP_MEDIA },
    minutes: { type: 'number', noun: 'length', unit: MINUTES },
    session: { type: 'key', noun: 'session' },
    consent: flag("The patient's written consent is not attested", "The patient's written consent is attested"),
    reviewed: flag('The supervisor has not reviewed it yet', 'It is reviewed'),
    supervisor: approved('No supervisor who was approved on that day has reviewed it'),
  },
  trainings: {
    kind: { type: 'choice', noun: 'kind of training', values: TRAINING_KINDS },
    checked: flag('Staff have not checked the certificate yet', 'The certificate is checked'),
    provider: approved('The provider was not approved on its first and last day'),
    providerId: { type: 'key', noun: 'provider' },
    days: { type: 'number', noun: 'length', unit: { one: 'day', other: 'days' } },
    liveHours: { type: 'number', noun: 'live part', unit: HOURS },
  },
  documents: {
    kind: { type: 'choice', noun: 'kind of document', values: DOCUMENT_KINDS },
    positive: flag('It does not speak for the status yet', 'It speaks for the status'),
    supervisor: approved('The supervisor was not approved on that day'),
  },
  cpd: {
    method: { type: 'choice', noun: 'method', values: CPD_METHODS },
    topic: { type: 'choice', noun: 'topic' },
    hours: { type: 'number', noun: 'length', unit: HOURS },
    participatoryHours: { type: 'number', noun: 'participatory part', unit: HOURS },
    reflection: flag('It has no reflection yet', 'It has a reflection'),
  },
}

/** An amount that a rule may sum: its unit, and how many hours of work one of it stands for. */
export type Amount = { unit: Unit; hours: number }

/** One treatment session, with what is written about it. */
const SESSION_HOURS = 1
const HOURS_AMOUNT: Amount = { unit: HOURS, hours: 1 }
const MINUTES_AMOUNT: Amount = { unit: MINUTES, hours: 1 / 60 }

export const AMOUNTS: Readonly<Record<EvidenceKind, Readonly<Record<string, Amount>>>> = {
  cases: { sessions: { unit: { one: 'session', other: 'sessions' }, hours: SESSION_HOURS }, minutes: MINUTES_AMOUNT },
  supervision: {
    minutes: MINUTES_AMOUNT,
    'register-mbt-sessions': { unit: { one: 'credited session', other: 'credited sessions' }, hours: 1 },
    'bacp-minutes': { unit: { one: 'credited minute', other: 'credited minutes' }, hours: 1 / 60 },
  },
  clips: { minutes: MINUTES_AMOUNT },
  trainings: {
    days: { unit: { one: 'day', other: 'days' }, hours: 7 },
    liveHours: { unit: { one: 'live hour', other: 'live hours' }, hours: 1 },
    selfGuidedHours: { unit: { one: 'self-guided hour', other: 'self-guided hours' }, hours: 1 },
    hours: HOURS_AMOUNT,
  },
  documents: {},
  cpd: {
    hours: HOURS_AMOUNT,
    participatoryHours: { unit: { one: 'participatory hour', other: 'participatory hours' }, hours: 1 },
  },
}

/** A piece as such: how it is called, and the hours of work that one more stands for when ways are compared. */
export const PIECES: Readonly<Record<EvidenceKind, Amount>> = {
  cases: { unit: { one: 'case', other: 'cases' }, hours: 24 },
  supervision: { unit: { one: 'supervision session', other: 'supervision sessions' }, hours: 1 },
  clips: { unit: { one: 'clip', other: 'clips' }, hours: 0.5 },
  trainings: { unit: { one: 'training', other: 'trainings' }, hours: 7 },
  documents: { unit: { one: 'document', other: 'documents' }, hours: 2 },
  cpd: { unit: { one: 'activity', other: 'activities' }, hours: 2 },
}

/** Choices of a field as they are said in a sentence: `individual or group`. */
export const choiceWords = (field: Field & { type: 'choice' }, names: readonly string[]) =>
  inChoice(names.map((name) => field.words?.[name] ?? plainWords(name)))

/** What `distinctBy` a field tells apart. */
export function nounOf(evidence: EvidenceKind, name: string): string {
  const field = FIELDS[evidence][name]
  return field && 'noun' in field ? field.noun : name
}
