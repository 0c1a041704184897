import { can, type Permission } from '#app/auth/policy.ts'
import type { Actor } from '#app/domain/people.ts'

const pages: { path: string; label: string; permission: Permission }[] = [
  { path: '', label: 'Trainees', permission: 'cohorts.read' },
  { path: '/enrolments', label: 'Enrolments', permission: 'cohorts.manage' },
  { path: '/places', label: 'Places', permission: 'cohorts.manage' },
  { path: '/sessions', label: 'Live sessions', permission: 'cohorts.manage' },
  // Its members' own: an administrator is none.
  { path: '/discussion', label: 'Discussion', permission: 'marking.mark' },
  { path: '/pathway', label: 'Pathway', permission: 'cohorts.read' },
  { path: '/extensions', label: 'Extensions', permission: 'cohorts.manage' },
  { path: '/marking', label: 'Marking', permission: 'marking.allocate' },
  { path: '/moderation', label: 'Moderation', permission: 'moderation.review' },
  { path: '/agreement', label: 'Agreement', permission: 'agreement.read' },
  { path: '/standard', label: 'Pass standard', permission: 'standards.set' },
  { path: '/similarity', label: 'Similar answers', permission: 'similarity.read' },
  { path: '/rubric-changes', label: 'Corrected rubrics', permission: 'moderation.review' },
]

/** The pages of a cohort that this person may open; the first is the one that they are on. */
export const cohortPagesFor = (actor: Pick<Actor, 'roles'>, cohortId: string) =>
  pages
    .filter(({ permission }) => can(actor, permission))
    .map(({ path, label }) => ({ href: `/cohorts/${cohortId}${path}`, label, current: path === '' }))
