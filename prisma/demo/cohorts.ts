import { addTrainee } from '#app/features/cohorts/add-trainee.server.ts'
import { createCohort } from '#app/features/cohorts/create-cohort.server.ts'
import { setDeadline } from '#app/features/cohorts/set-deadline.server.ts'
import type { DemoCohort } from './cast.ts'
import type { Member } from './people.ts'

const DAY_MS = 86_400_000

const daysFrom = (now: Date, days: number) => new Date(now.getTime() + days * DAY_MS)
const calendarDay = (date: Date) => date.toISOString().slice(0, 10)

/** Forms a cohort, led by its first lead and the others, and sets its deadlines. */
export async function formCohort(cohort: DemoCohort, members: Map<string, Member>, now: Date): Promise<void> {
  const [lead, ...others] = cohort.leads.flatMap((key) => members.get(key) ?? [])
  if (!lead) throw new Error(`The cohort ${cohort.name} has no lead.`)
  const startsAt = daysFrom(now, -cohort.startsDaysAgo)
  const created = await createCohort(
    lead.actor,
    {
      name: cohort.name,
      courseSlug: cohort.course,
      startsOn: calendarDay(startsAt),
      endsOn: calendarDay(daysFrom(now, cohort.endsInDays)),
      leadIds: others.map(({ actor }) => actor.id),
    },
    startsAt,
  )
  if ('fault' in created) throw new Error(`The cohort ${cohort.name}: ${created.fault.message}`)
  for (const key of cohort.members) {
    const email = members.get(key)?.actor.email ?? key
    const added = await addTrainee(lead.actor, created.id, email, startsAt)
    if ('refused' in added) throw new Error(`${key} could not join ${cohort.name}: ${added.refused}`)
  }
  for (const { vignette, dueInDays } of cohort.deadlines) {
    const dueAt = daysFrom(now, dueInDays)
    dueAt.setUTCHours(22, 0, 0, 0)
    await setDeadline(lead.actor, { cohortId: created.id, vignetteSlug: vignette, dueAt }, startsAt)
  }
}
