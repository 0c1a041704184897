import { beforeEach, describe, expect, it } from 'vitest'
import { countQueries, db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { cancelSession } from '#app/features/cohorts/cancel-session.server.ts'
import { changeSession } from '#app/features/cohorts/change-session.server.ts'
import { planSession } from '#app/features/cohorts/plan-session.server.ts'
import { addMaterial, MAX_MATERIALS, removeMaterial } from '#app/features/cohorts/session-materials.server.ts'
import { setLiveHours } from '#app/features/cohorts/set-live-hours.server.ts'
import { viewOwnCohorts } from '#app/features/cohorts/view-own-cohorts.server.ts'
import { viewOwnSessions } from '#app/features/cohorts/view-own-sessions.server.ts'
import { viewSession, viewSessions } from '#app/features/cohorts/view-sessions.server.ts'
import { auditedActions, createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import { formCohort } from '#tests/support/cohorts.ts'
import { sessionWish } from '#tests/support/live-sessions.ts'

let noor: Actor
let lena: Actor
let tomas: Actor
let cohortId: string

beforeEach(async () => {
  noor = await createAccount('Noor', { timeZone: 'America/New_York' })
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  tomas = await createAccount('Tomas', { roles: ['training_lead'] })
  cohortId = await formCohort([], { leads: [lena], trainees: [noor] })
})

async function plan(changes: Parameters<typeof sessionWish>[0] = {}, actor = lena): Promise<string> {
  const planned = await planSession(actor, cohortId, sessionWish(changes), now)
  if ('fault' in planned) throw new Error(planned.fault.message)
  return planned.id
}
const at = (sessionId: string) => ({ cohortId, sessionId })
const told = async () => (await db().notice.findMany({ orderBy: { id: 'asc' } })).map(({ params }) => params)

describe('a live session', () => {
  it('that is planned stands before lead and trainee, who is told in their own time', async () => {
    const id = await plan({ link: 'https://meet.example/1' })
    expect(await viewSessions(lena, cohortId)).toMatchObject({
      timeZone: 'Europe/London',
      sessions: [{ id, key: 'day-1-curiosity', title: 'Day 1: Curiosity', countsMinutes: 360, isCancelled: false }],
    })
    expect(await viewOwnSessions(noor, now)).toMatchObject([{ cohortId, toCome: [{ id }], past: [] }])
    expect((await viewOwnCohorts(noor, now)).session).toMatchObject({
      id,
      link: 'https://meet.example/1',
      isOver: false,
    })
    expect(await mailsFor(noor.email)).toEqual(['session-changed'])
    const when = 'Monday 16 November 2026, 04:30 to 11:30 (New York time)'
    expect(await told()).toMatchObject([{ change: 'planned', title: 'Day 1: Curiosity', when }])
    expect(await auditedActions()).toEqual(['session.planned'])
  })

  it('that is over is the last one until another is planned, and whoever enters it afterwards tells nobody', async () => {
    await plan({ startsAt: '2026-10-05T09:30', endsAt: '2026-10-05T16:30' })
    expect((await viewOwnCohorts(noor, now)).session).toMatchObject({ isOver: true })
    expect(await viewOwnSessions(noor, now)).toMatchObject([{ toCome: [], past: [{ key: 'day-1-curiosity' }] }])
    expect(await told()).toEqual([])
  })

  it('is seen by the trainees of its cohort and by nobody else', async () => {
    await plan()
    expect(await viewOwnSessions(await createAccount('Sol'), now)).toEqual([])
    expect(await viewOwnSessions(lena, now)).toEqual([])
  })

  it('tells of a change that trainees see, and not of what it counts', async () => {
    const id = await plan()
    await changeSession(lena, at(id), sessionWish({ countsMinutes: 300 }), now)
    expect(await told()).toHaveLength(1)
    await changeSession(lena, at(id), sessionWish({ startsAt: '2026-11-16T10:00', countsMinutes: 300 }), now)
    expect(await told()).toMatchObject([{ change: 'planned' }, { change: 'changed' }])
    expect(await db().liveSession.findUnique({ where: { id } })).toMatchObject({ sequence: 1, countsMinutes: 300 })
  })

  it('that is cancelled stays as such, tells it once, and is not changed any more', async () => {
    const id = await plan()
    await Promise.all([cancelSession(lena, at(id), now), cancelSession(lena, at(id), now)])
    expect(await told()).toMatchObject([{ change: 'planned' }, { change: 'cancelled' }])
    expect(await viewOwnSessions(noor, now)).toMatchObject([{ toCome: [{ id, isCancelled: true }] }])
    expect((await viewOwnCohorts(noor, now)).session).toBeUndefined()
    expect(await changeSession(lena, at(id), sessionWish(), now)).toHaveProperty('refused')
  })

  it('cannot be cancelled when it is over', async () => {
    const id = await plan({ startsAt: '2026-10-05T09:30', endsAt: '2026-10-05T16:30' })
    expect(await cancelSession(lena, at(id), now)).toHaveProperty('refused')
  })

  it('has its short name alone in the cohort, also for two leads at the same instant, and again once it is cancelled', async () => {
    const wishes = [sessionWish({ key: 'day-1' }), sessionWish({ key: 'day-1' })]
    const outcomes = await Promise.all(wishes.map((wish) => planSession(lena, cohortId, wish, now)))
    expect(outcomes.filter((outcome) => 'fault' in outcome)).toMatchObject([{ fault: { field: 'key' } }])
    const [first] = (await viewSessions(lena, cohortId)).sessions
    await cancelSession(lena, at(first?.id ?? ''), now)
    expect(await plan({ key: 'day-1' })).toEqual(expect.any(String))
  })

  it('asks for a short name where the title comes to none', async () => {
    expect(await planSession(lena, cohortId, sessionWish({ title: '初日' }), now)).toMatchObject({
      fault: { field: 'key' },
    })
  })

  it('is written in the cohort’s time zone', async () => {
    await setLiveHours(lena, cohortId, { timeZone: 'Europe/Amsterdam', liveMinutes: 1080 }, now)
    const { session, cohort } = await viewSession(lena, cohortId, await plan())
    expect(new Date(session.startsAt)).toEqual(new Date('2026-11-16T08:30Z'))
    expect(cohort).toMatchObject({ timeZone: 'Europe/Amsterdam', liveMinutes: 1080 })
  })

  it('is out of reach for a lead of another cohort, in whole and in each part', async () => {
    const id = await plan()
    const notFound = { status: 404 }
    await expect(planSession(tomas, cohortId, sessionWish(), now)).rejects.toMatchObject(notFound)
    await expect(changeSession(tomas, at(id), sessionWish(), now)).rejects.toMatchObject(notFound)
    await expect(cancelSession(tomas, at(id), now)).rejects.toMatchObject(notFound)
    await expect(removeMaterial(tomas, at(id), '', now)).rejects.toMatchObject(notFound)
    await expect(setLiveHours(tomas, cohortId, { timeZone: 'UTC', liveMinutes: null }, now)).rejects.toMatchObject(
      notFound,
    )
    await expect(viewSession(tomas, cohortId, id)).rejects.toMatchObject(notFound)
    const other = await formCohort([], { leads: [tomas], name: 'York' })
    await expect(cancelSession(tomas, { cohortId: other, sessionId: id }, now)).rejects.toMatchObject(notFound)
  })

  it('costs one statement to list, however many there are', async () => {
    for (const key of ['one', 'two', 'three']) await plan({ key })
    expect((await countQueries(() => viewSessions(lena, cohortId))).queries()).toBe(1)
    expect((await countQueries(() => viewOwnSessions(noor, now))).queries()).toBe(1)
  })
})

describe('the materials of a session', () => {
  const slides = { title: 'Slides', url: 'https://files.example/slides' }

  it('are links that its trainees see, each once, and that can be taken away', async () => {
    const id = await plan()
    expect(await addMaterial(lena, at(id), slides, now)).toEqual({ isSaved: true })
    expect(await addMaterial(lena, at(id), { ...slides, title: 'Again' }, now)).toHaveProperty('refused')
    expect(await viewOwnSessions(noor, now)).toMatchObject([{ toCome: [{ materials: [slides] }] }])
    await removeMaterial(lena, at(id), slides.url, now)
    expect(await viewOwnSessions(noor, now)).toMatchObject([{ toCome: [{ materials: [] }] }])
    expect(JSON.stringify(await db().auditEntry.findMany())).not.toContain('Slides')
  })

  it('are at most so many', async () => {
    const id = await plan()
    const materials = Array.from({ length: MAX_MATERIALS }, (_, n) => ({
      title: 'T',
      url: `https://files.example/${n}`,
    }))
    await db().liveSession.update({ where: { id }, data: { materials } })
    expect(await addMaterial(lena, at(id), slides, now)).toHaveProperty('refused')
  })
})
