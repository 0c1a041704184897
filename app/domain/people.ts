import type { Region } from './region.ts'

export const ROLES = [
  'trainee',
  'supervisor',
  'training_lead',
  'accreditation_staff',
  'seat_manager',
  'administrator',
] as const
export type Role = (typeof ROLES)[number]

/** Those for whom lessons and vignettes are written, in the order in which their settings are shown. */
export const TAUGHT_PROFESSIONS = ['psychiatrist', 'psychologist', 'counsellor', 'nurse'] as const

export const PROFESSIONS = [...TAUGHT_PROFESSIONS, 'other'] as const
export type Profession = (typeof PROFESSIONS)[number]

/** Whoever acts: read from the session once for each request. */
export type Actor = {
  id: string
  name: string
  email: string
  profession: Profession
  roles: readonly Role[]
  /** IANA name, e.g. `Europe/London`: how times are shown to this person. */
  timeZone: string
  region: Region
  /** Whether single letters are keys on pages where one marks; WCAG 2.1.4 asks that they can be switched off. */
  usesLetterKeys: boolean
  unreadNotices: number
  /** Whether they were invited to a panel of experts, which takes no role. */
  isOnPanel: boolean
  /** Whether they manage the seats of an organisation, which takes no role. */
  managesSeats: boolean
  requestId: string
}

export const roleNames: Record<Role, string> = {
  trainee: 'Trainee',
  supervisor: 'Supervisor',
  training_lead: 'Training lead',
  accreditation_staff: 'Accreditation staff',
  seat_manager: 'Seat manager',
  administrator: 'Administrator',
}

export const professionNames: Record<Profession, string> = {
  psychiatrist: 'Psychiatrist',
  psychologist: 'Psychologist',
  counsellor: 'Counsellor',
  nurse: 'Nurse',
  other: 'Another profession',
}
