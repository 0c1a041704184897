import { inList } from '../listing.ts'
import { inNumber } from '../wording.ts'
import type { AgeBand, CpdMethod, Diagnosis, Modality, PortfolioKind, TrainingKind } from './entry.ts'

export const modalityNames: Record<Modality, string> = {
  individual: 'Individual',
  group: 'Group',
  family: 'Family',
  'mbt-i': 'Introductory group (MBT-I)',
}

export const ageBandNames: Record<AgeBand, string> = {
  'under-18': 'Under 18',
  '18-24': '18 to 24',
  '25-34': '25 to 34',
  '35-49': '35 to 49',
  '50-64': '50 to 64',
  '65-over': '65 and over',
  mixed: 'Mixed (a group or family)',
}

export const diagnosisNames: Record<Diagnosis, string> = {
  borderline: 'Borderline personality disorder or pattern',
  'other-personality-disorder': 'Another personality disorder',
  antisocial: 'Antisocial personality disorder or dissocial features',
  'eating-disorder': 'Eating disorder',
  'depression-anxiety': 'Depression or anxiety',
  trauma: 'Post-traumatic stress',
  other: 'Another diagnosis',
}

export const trainingKindNames: Record<TrainingKind, string> = {
  basic: 'Basic training',
  practitioner: 'Practitioner-level training',
  'mbt-i': 'The introductory group (MBT-I)',
  other: 'Another training',
}

export const cpdMethodNames: Record<CpdMethod, string> = {
  course: 'Course or workshop',
  conference: 'Conference',
  reading: 'Reading',
  'peer-group': 'Peer group',
  teaching: 'Teaching',
  other: 'Another way',
}

/** One of each, as a list of them is called. */
export const kindNames: Record<PortfolioKind, { one: string; many: string }> = {
  case: { one: 'Case', many: 'Cases' },
  supervision: { one: 'Supervision', many: 'Supervision' },
  clip: { one: 'Clip', many: 'Clips' },
  training: { one: 'Training elsewhere', many: 'Training elsewhere' },
  reflection: { one: 'Reflection', many: 'Reflections' },
  cpd: { one: 'CPD', many: 'CPD' },
}

/** The choices of a form, in the order of the list. */
export const choicesOf = <Value extends string>(names: Record<Value, string>) =>
  Object.entries<string>(names).map(([value, label]) => ({ value, label }))

export const sessionsWords = (count: number) => inNumber(count, { one: '1 session', other: '{n} sessions' })

export const clipsWords = (count: number) => inNumber(count, { one: '1 clip', other: '{n} clips' })

/** How often a case was brought to supervision, and how long it was spoken of there. */
export const broughtWords = (sessions: number, minutes: number) =>
  sessions === 0
    ? 'Not yet'
    : inNumber(sessions, { one: '1 time, {time}', other: '{n} times, {time}' }, { time: writtenMinutes(minutes) })

/** What a log comes to: "6 sessions of supervision and 24 sessions of cases". */
export const whatIsIn = ({ supervision, sessions }: { supervision: number; sessions: number }) =>
  inList([
    inNumber(supervision, { one: '1 session of supervision', other: '{n} sessions of supervision' }),
    inNumber(sessions, { one: '1 session of cases', other: '{n} sessions of cases' }),
  ])

/** "1 h", "1 h 30 min", "45 min". */
export function writtenMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(' ')
}
