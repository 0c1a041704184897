import { db } from '#app/db/client.server.ts'
import { removeTrainee } from '#app/features/cohorts/remove-trainee.server.ts'
import { joinCohort } from '#app/features/enrolment/join-cohort.server.ts'
import { answerLeave, askLeave } from '#app/features/enrolment/leave-of-absence.server.ts'
import type { DemoCast } from './cast.ts'
import { calendarDay, daysFrom, type FormedCohort } from './cohorts.ts'
import { type Members, memberOf } from './people.ts'

type Coming = { members: Members; cohorts: readonly FormedCohort[]; now: Date }

/** Fills the waiting lists of full cohorts; a place that is given up after that is offered to whoever waits the longest. */
export async function waitForPlaces({ members, cohorts, now }: Coming): Promise<void> {
  const actorOf = (key: string) => memberOf(members, key).actor
  for (const { id, name, lead, waiting, gaveUp } of cohorts) {
    for (const { by, daysAgo } of waiting) {
      const joined = await joinCohort(actorOf(by), id, daysFrom(now, -daysAgo))
      if (!('waiting' in joined)) throw new Error(`${by} does not wait for ${name}: ${JSON.stringify(joined)}`)
    }
    if (gaveUp) await removeTrainee(lead.actor, id, actorOf(gaveUp.by).id, daysFrom(now, -gaveUp.daysAgo))
  }
}

/** Asks for the leaves of absence, and agrees to each on the next day. */
export async function takeLeaves(leaves: DemoCast['leaves'], { members, cohorts, now }: Coming): Promise<void> {
  for (const { agreedBy, cohort, askedDaysAgo, fromDaysAgo, untilInDays, reason, ...leave } of leaves) {
    const { actor } = memberOf(members, leave.for)
    const { id: cohortId } = cohorts.find(({ name }) => name === cohort) ?? { id: '' }
    const days = { from: calendarDay(daysFrom(now, -fromDaysAgo)), until: calendarDay(daysFrom(now, untilInDays)) }
    const asked = await askLeave(actor, { cohortId, ...days, reason }, daysFrom(now, -askedDaysAgo))
    if ('fault' in asked) throw new Error(`${leave.for} asks for no leave: ${asked.fault.message}`)
    const { id: leaveId } = await db().leave.findFirstOrThrow({ where: { cohortId, userId: actor.id } })
    const at = daysFrom(now, 1 - askedDaysAgo)
    const answered = await answerLeave(memberOf(members, agreedBy).actor, { cohortId, leaveId, answer: 'agreed' }, at)
    if ('fault' in answered) throw new Error(`${agreedBy} agrees to no leave: ${answered.fault.message}`)
  }
}
