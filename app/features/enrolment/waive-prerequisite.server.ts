import { findAccountId } from '#app/db/accounts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { recordEnrolmentEvent } from '#app/db/enrolment-events.server.ts'
import { type AskingCourse, insertWaiver, readWaivers } from '#app/db/prerequisites.server.ts'
import { prerequisitesOf } from '#app/domain/enrolment/prerequisites.ts'
import type { Actor } from '#app/domain/people.ts'

/** Staff and administrators reach every course, a lead those of the cohorts that they lead. */
const reachOf = ({ id, roles }: Actor) =>
  roles.includes('accreditation_staff') || roles.includes('administrator') ? null : { leadId: id }

/** One prerequisite of one course: what its choice in the form stands for. */
export type Waivable = { value: string; courseTitle: string; text: string }

export type ShownWaiver = {
  userId: string
  name: string
  email: string
  what: string
  courseTitle: string
  reason: string
  byName: string
  waivedAt: string
}

const waivablesOf = (course: AskingCourse): (Waivable & { courseId: string; id: string })[] =>
  prerequisitesOf(course.requires, (slug) => course.titles[slug] ?? slug).map(({ id, text }) => ({
    ...{ value: `${course.slug} ${id}`, courseTitle: course.title, text, courseId: course.id, id },
  }))

/** What this person may waive, and what was waived there. */
export async function viewWaivers(actor: Actor): Promise<{ waivables: Waivable[]; waivers: ShownWaiver[] }> {
  const { courses, waivers } = await readWaivers(reachOf(actor))
  const all = courses.flatMap(waivablesOf)
  return {
    waivables: all.map(({ value, courseTitle, text }) => ({ value, courseTitle, text })),
    waivers: waivers.map(({ courseId, prerequisite, ...waiver }) => ({
      ...waiver,
      courseTitle: courses.find(({ id }) => id === courseId)?.title ?? '',
      // The course may not ask for it any more.
      what: all.find((one) => one.courseId === courseId && one.id === prerequisite)?.text ?? prerequisite,
    })),
  }
}

type Wish = { email: string; prerequisite: string; reason: string }

/**
 * Waives one prerequisite of a course for one person, with the reason for whoever asks later.
 * @param wish the address in lower case; the prerequisite by its value in {@link viewWaivers}.
 * @returns why not, beside the field that it is about.
 */
export function waivePrerequisite(
  actor: Actor,
  wish: Wish,
  now: Date,
): Promise<{ isWaived: true } | { fault: { field: 'email' | 'prerequisite'; message: string } }> {
  return transact(async (tx) => {
    const { courses } = await readWaivers(reachOf(actor), tx)
    const chosen = courses.flatMap(waivablesOf).find(({ value }) => value === wish.prerequisite)
    if (!chosen) return fault('prerequisite', 'Choose one of these.')
    const userId = await findAccountId(tx, wish.email)
    if (!userId) return fault('email', 'No account has this address.')
    if (userId === actor.id) return fault('email', 'Somebody else decides about what is asked of you.')
    const { courseId, id: prerequisite } = chosen
    const { reason } = wish
    if (!(await insertWaiver(tx, { userId, courseId, prerequisite, reason, waivedById: actor.id, now })))
      return fault('prerequisite', 'This was waived for them already.')
    await recordEnrolmentEvent(tx, { userId, courseId, kind: 'waived', reason, byId: actor.id, at: now })
    await recordAudit(tx, {
      actor,
      action: 'prerequisite.waived',
      object: { kind: 'user', id: userId },
      details: { courseId, prerequisite },
      at: now,
    })
    return { isWaived: true }
  })
}

const fault = (field: 'email' | 'prerequisite', message: string) => ({ fault: { field, message } })
