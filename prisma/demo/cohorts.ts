import type { Actor } from '#app/domain/people.ts'
import { DAY_MS } from '#app/domain/time.ts'
import { addTrainee } from '#app/features/cohorts/add-trainee.server.ts'
import { createCohort } from '#app/features/cohorts/create-cohort.server.ts'
import { grantExtension } from '#app/features/cohorts/grant-extension.server.ts'
import { readMaterialFile } from '#app/features/cohorts/material-file.server.ts'
import { planSession } from '#app/features/cohorts/plan-session.server.ts'
import { addSessionFile } from '#app/features/cohorts/session-files.server.ts'
import { addMaterial } from '#app/features/cohorts/session-materials.server.ts'
import { setDeadline } from '#app/features/cohorts/set-deadline.server.ts'
import { takeAttendance } from '#app/features/cohorts/take-attendance.server.ts'
import { setPlaces } from '#app/features/enrolment/manage-places.server.ts'
import { declareConflict } from '#app/features/marking/declare-conflict.server.ts'
import { recordAdjustment } from '#app/features/people/adjustments.server.ts'
import type { DemoCast, DemoCohort, DemoSession } from './cast.ts'
import { type DemoHandout, demoHandout } from './handout.ts'
import { type Member, type Members, memberOf } from './people.ts'

export const daysFrom = (now: Date, days: number) => new Date(now.getTime() + days * DAY_MS)
export const calendarDay = (date: Date) => date.toISOString().slice(0, 10)

export type FormedCohort = DemoCohort & { id: string; lead: Member }

export const formedDaysAgo = ({ startsDaysAgo, formedDaysAgo: formed = startsDaysAgo }: DemoCohort): number => formed

/** Forms a cohort, led by its first lead and the others, and sets its deadlines. */
export async function formCohort(cohort: DemoCohort, members: Members, now: Date): Promise<FormedCohort> {
  const [lead, ...others] = cohort.leads.map((key) => memberOf(members, key))
  if (!lead) throw new Error(`The cohort ${cohort.name} has no lead.`)
  const startsAt = daysFrom(now, -cohort.startsDaysAgo)
  const formedAt = daysFrom(now, -formedDaysAgo(cohort))
  const created = await createCohort(
    lead.actor,
    {
      name: cohort.name,
      courseSlug: cohort.course,
      startsOn: calendarDay(startsAt),
      endsOn: calendarDay(daysFrom(now, cohort.endsInDays)),
      leadIds: others.map(({ actor }) => actor.id),
    },
    formedAt,
  )
  if ('fault' in created) throw new Error(`The cohort ${cohort.name}: ${created.fault.message}`)
  if (cohort.places) {
    const days = { joinFrom: calendarDay(formedAt), joinUntil: calendarDay(startsAt) }
    await setPlaces(lead.actor, created.id, { places: cohort.places, ...days, offerHours: cohort.offerHours }, formedAt)
  }
  for (const key of cohort.members) {
    const added = await addTrainee(lead.actor, created.id, memberOf(members, key).actor.email, formedAt)
    if ('refused' in added) throw new Error(`${key} could not join ${cohort.name}: ${added.refused}`)
  }
  for (const { vignette, dueInDays } of cohort.deadlines) {
    const dueAt = endOfDayUtc(daysFrom(now, dueInDays))
    await setDeadline(lead.actor, { cohortId: created.id, vignetteSlug: vignette, dueAt }, formedAt)
  }
  for (const session of cohort.sessions)
    await plan(session, {
      lead,
      cohortId: created.id,
      members: cohort.members.map((key) => [key, memberOf(members, key)]),
      now,
      at: formedAt,
    })
  return { ...cohort, id: created.id, lead }
}

type Planning = { lead: Member; cohortId: string; members: [key: string, member: Member][]; now: Date; at: Date }

/** Plans a live session, puts its materials beside it, and takes attendance where it is over. */
async function plan(session: DemoSession, { lead, cohortId, members, now, at }: Planning): Promise<void> {
  const { inDays, from, until, materials, handouts, attendance, ...wish } = session
  const day = calendarDay(daysFrom(now, inDays))
  const times = { startsAt: `${day}T${from}`, endsAt: `${day}T${until}` }
  const planned = await planSession(lead.actor, cohortId, { ...wish, ...times }, at)
  if ('fault' in planned) throw new Error(`The session ${wish.title}: ${planned.fault.message}`)
  for (const material of materials) await addMaterial(lead.actor, { cohortId, sessionId: planned.id }, material, at)
  for (const handout of handouts) await addHandout(lead.actor, { cohortId, sessionId: planned.id }, handout, at)
  if (!attendance) return
  const there = { state: 'present', minutes: null, task: '' } as const
  const wishes = members.map(([key, { actor }]) => ({ ...(attendance[key] ?? there), userId: actor.id }))
  const taken = await takeAttendance(lead.actor, { cohortId, sessionId: planned.id }, wishes, daysFrom(now, inDays + 1))
  if (!('recorded' in taken)) throw new Error(`The session ${wish.title}: attendance was refused.`)
}

type SessionAddress = { cohortId: string; sessionId: string }

async function addHandout(lead: Actor, session: SessionAddress, handout: DemoHandout, at: Date): Promise<void> {
  const file = await readMaterialFile({ file: { name: handout.name, bytes: await demoHandout(handout) } })
  if ('fault' in file) throw new Error(`The handout ${handout.name}: ${file.fault}`)
  await addSessionFile(lead, session, file, at)
}

function endOfDayUtc(day: Date): Date {
  const end = new Date(day)
  end.setUTCHours(22, 0, 0, 0)
  return end
}

type Arrangements = Pick<DemoCast, 'extensions' | 'adjustments' | 'conflicts'>
type Arranging = { members: Members; cohorts: readonly FormedCohort[]; now: Date; at: Date }

/** What holds for one person and not for all: a later date, a reasonable adjustment, somebody whose work one does not mark. */
export async function arrange(arrangements: Arrangements, { members, cohorts, now, at }: Arranging): Promise<void> {
  const actorOf = (key: string) => memberOf(members, key).actor
  for (const { by, extraDays, otherFormat, ...agreed } of arrangements.adjustments)
    await recordAdjustment(actorOf(by), { email: actorOf(agreed.for).email, extraDays, otherFormat }, at)
  for (const { by, cohort, vignette, dueInDays, reason, ...granted } of arrangements.extensions) {
    const { id: cohortId } = cohorts.find(({ name }) => name === cohort) ?? { id: '' }
    const dueAt = endOfDayUtc(daysFrom(now, dueInDays))
    const wish = { cohortId, email: actorOf(granted.for).email, vignetteSlug: vignette, dueAt, reason }
    const result = await grantExtension(actorOf(by), wish, at)
    if ('fault' in result) throw new Error(`${granted.for} got no extension: ${result.fault.message}`)
  }
  for (const { marker, trainee, kind, note } of arrangements.conflicts) {
    const { id: markerId } = actorOf(marker)
    const declared = await declareConflict(actorOf(marker), { markerId, who: actorOf(trainee).email, kind, note }, at)
    if ('fault' in declared) throw new Error(`${marker} could not declare ${trainee}: ${declared.fault.message}`)
  }
}
