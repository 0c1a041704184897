import { inChoice, inList } from '../listing.ts'
import { type Profession, professionNames } from '../people.ts'

/** Trainings that somebody else gave, by what a course asks for. */
export const REQUIRED_TRAININGS = ['basic', 'practitioner'] as const
export type RequiredTraining = (typeof REQUIRED_TRAININGS)[number]

/** What a course asks for before it can be begun. What is left out is not asked for. */
export type Requires = {
  professions?: readonly Profession[] | undefined
  /** Slugs of courses that have to be completed. */
  courses?: readonly string[] | undefined
  /** With an approved provider, its certificate accepted by staff. */
  training?: RequiredTraining | undefined
}

export type PersonBefore = {
  profession: Profession
  /** Slugs of the courses that they have completed. */
  completed: readonly string[]
  /** Those that count. */
  trainings: readonly string[]
  /** Ids of prerequisites that were waived for them in this course. */
  waived: readonly string[]
}

export type Prerequisite = {
  /** `profession`, `training` or `course:<slug>`. */
  id: string
  /** What is asked for, as a phrase. */
  text: string
  /** A page that is about it. */
  path?: `/${string}`
}

export type CheckedPrerequisite = Prerequisite & { state: 'met' | 'waived' | 'not-met' }

const trainings: Record<RequiredTraining, string> = {
  basic: 'an MBT basic training with an approved provider',
  practitioner: 'an MBT practitioner training with an approved provider',
}

/** What a course asks for, one thing after the other. @param titleOf the title of a course by its slug. */
export function prerequisitesOf(requires: Requires | undefined, titleOf: (slug: string) => string): Prerequisite[] {
  const { professions = [], courses = [], training } = requires ?? {}
  const named = professions.map((profession) => professionNames[profession].toLowerCase())
  return [
    ...(named.length > 0 ? [{ id: 'profession', text: `being a ${inChoice(named)}` }] : []),
    ...courses.map((slug) => ({
      id: `course:${slug}`,
      text: `“${titleOf(slug)}”, completed`,
      path: `/courses/${slug}` as const,
    })),
    ...(training ? [{ id: 'training', text: trainings[training], path: '/portfolio/trainings' as const }] : []),
  ]
}

/** Each thing that a course asks for, held against one person. */
export function checkPrerequisites(
  requires: Requires | undefined,
  person: PersonBefore,
  titleOf: (slug: string) => string,
): CheckedPrerequisite[] {
  return prerequisitesOf(requires, titleOf).map((one) => {
    if (isMet(one.id, requires ?? {}, person)) return { ...one, state: 'met' }
    return { ...one, state: person.waived.includes(one.id) ? 'waived' : 'not-met' }
  })
}

function isMet(id: string, { professions, training }: Requires, person: PersonBefore): boolean {
  if (id === 'profession') return professions?.includes(person.profession) ?? true
  if (id === 'training') return training === undefined || person.trainings.includes(training)
  return person.completed.includes(id.slice('course:'.length))
}

/** What of it is neither met nor waived. */
export const unmetPrerequisites = (
  requires: Requires | undefined,
  person: PersonBefore,
  titleOf: (slug: string) => string,
): CheckedPrerequisite[] => checkPrerequisites(requires, person, titleOf).filter(({ state }) => state === 'not-met')

/** What is missing in a sentence: for the person themselves, or about them. */
export function unmetSentence(unmet: readonly Prerequisite[], reader: 'self' | 'lead'): string {
  const missing = inList(unmet.map(({ text }) => text))
  return reader === 'self'
    ? `This course asks for ${missing}, of which we have no record. If there is a reason to make an exception, ask a training lead or accreditation staff.`
    : `The course asks for ${missing}, which this person does not have. Where there is a reason, waive it for them first.`
}
