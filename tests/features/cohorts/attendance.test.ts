import { beforeEach, describe, expect, it } from 'vitest'
import { countQueries, db } from '#app/db/client.server.ts'
import { hoursLiveWords } from '#app/domain/live/hours-live.ts'
import type { Actor } from '#app/domain/people.ts'
import { addGuest } from '#app/features/cohorts/add-guest.server.ts'
import { closeCode, enterCode, openCode } from '#app/features/cohorts/attendance-code.server.ts'
import { cancelSession } from '#app/features/cohorts/cancel-session.server.ts'
import { changeSession } from '#app/features/cohorts/change-session.server.ts'
import { planSession } from '#app/features/cohorts/plan-session.server.ts'
import { type AttendanceWish, takeAttendance } from '#app/features/cohorts/take-attendance.server.ts'
import { viewAttendance, viewCohortHours } from '#app/features/cohorts/view-attendance.server.ts'
import { viewOwnSessions } from '#app/features/cohorts/view-own-sessions.server.ts'
import { viewSessions } from '#app/features/cohorts/view-sessions.server.ts'
import { auditedActions, createAccount, now } from '#tests/support/accounts.ts'
import { formCohort } from '#tests/support/cohorts.ts'
import { sessionWish } from '#tests/support/live-sessions.ts'

let noor: Actor
let lena: Actor
let address: { cohortId: string; sessionId: string }

/** The first hour of the session. */
const during = new Date('2026-11-16T10:00Z')
const after = new Date('2026-11-17T10:00Z')

beforeEach(async () => {
  noor = await createAccount('Noor')
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  const cohortId = await formCohort([], { leads: [lena], trainees: [noor] })
  address = { cohortId, sessionId: await plan(cohortId) }
})

async function plan(cohortId: string, changes = {}): Promise<string> {
  const planned = await planSession(lena, cohortId, sessionWish({ key: 'day-1', ...changes }), now)
  if ('fault' in planned) throw new Error(planned.fault.message)
  return planned.id
}
const wish = (changes: Partial<AttendanceWish> = {}): AttendanceWish => ({
  userId: noor.id,
  state: 'present',
  minutes: null,
  task: '',
  ...changes,
})
const take = (wishes: AttendanceWish[], at = during, actor = lena) => takeAttendance(actor, address, wishes, at)
async function shownCode(minutes: number | null = null, at = during): Promise<string> {
  const opened = await openCode(lena, address, minutes, at)
  if ('refused' in opened) throw new Error(opened.refused)
  return opened.code
}
const enter = (code: string, at = during, actor = noor) => enterCode(actor, address.sessionId, code, at)
const ownHours = async (actor = noor) => (await viewOwnSessions(actor, after)).map(({ hours }) => hoursLiveWords(hours))

describe('attendance', () => {
  it('that a lead records is the same for the lead and for the trainee', async () => {
    expect(await take([wish({ minutes: 90 })])).toEqual({ recorded: 1 })
    expect(await ownHours()).toEqual(['1.5 of 6 hours live'])
    const { trainees } = await viewCohortHours(await viewSessions(lena, address.cohortId), 1)
    expect(trainees.map(({ name, hours }) => [name, hoursLiveWords(hours)])).toEqual([['Noor', '1.5 of 6 hours live']])
    expect(await auditedActions()).toContain('attendance.recorded')
  })

  it('is kept in versions with who and when, of which the last holds', async () => {
    await take([wish({ state: 'absent' })])
    await take([wish({ state: 'made-up', task: 'A transcript.' })], after)
    const { people } = await viewAttendance(lena, address, after)
    expect(people).toMatchObject([
      { name: 'Noor', versions: 2, standing: { state: 'made-up', task: 'A transcript.', recordedByName: 'Lena' } },
    ])
    expect(await ownHours()).toEqual(['6 of 6 hours live'])
    expect(JSON.stringify(await db().auditEntry.findMany())).not.toContain('transcript')
  })

  it.each([
    ['more minutes than the session counts', { minutes: 361 }, 'minutes'],
    ['no minutes', { minutes: 0 }, 'minutes'],
    ['a task without words', { state: 'made-up' as const }, 'task'],
    ['a task in too many words', { state: 'made-up' as const, task: 'x'.repeat(301) }, 'task'],
  ])('is refused with %s, beside its field', async (_, changes, field) => {
    expect(await take([wish(changes)])).toMatchObject({ faults: [{ userId: noor.id, field }] })
    expect(await db().attendance.count()).toBe(0)
  })

  it('is not taken before the session, of a stranger, or by another lead', async () => {
    expect(await take([wish()], now)).toHaveProperty('refused')
    expect(await take([wish({ userId: (await createAccount('Sol')).id })])).toEqual({ recorded: 0 })
    const tomas = await createAccount('Tomas', { roles: ['training_lead'] })
    await expect(take([wish()], during, tomas)).rejects.toMatchObject({ status: 404 })
    await expect(viewAttendance(tomas, address, during)).rejects.toMatchObject({ status: 404 })
  })

  it('once taken leaves the session as it was: neither changed nor cancelled', async () => {
    await take([wish()])
    expect(await changeSession(lena, address, sessionWish({ title: 'Other' }), during)).toHaveProperty('refused')
    expect(await cancelSession(lena, address, during)).toHaveProperty('refused')
  })

  it('costs one statement to read', async () => {
    await take([wish()])
    expect((await countQueries(() => viewAttendance(lena, address, during))).queries()).toBe(1)
    expect((await countQueries(() => viewOwnSessions(noor, during))).queries()).toBe(1)
  })
})

describe('the same session in another cohort', () => {
  it('makes up an absence, recorded by the lead of the cohort that is visited', async () => {
    await take([wish({ state: 'absent' })])
    const { courseId } = await db().cohort.findUniqueOrThrow({ where: { id: address.cohortId } })
    const york = await formCohort([], { leads: [lena], name: 'York' })
    await db().cohort.update({ where: { id: york }, data: { courseId } })
    const there = { cohortId: york, sessionId: await plan(york) }
    expect(await addGuest(lena, there, noor.email, during)).toEqual({ isAdded: true })
    expect(await addGuest(lena, there, noor.email, during)).toHaveProperty('refused')
    expect(await ownHours()).toEqual(['6 of 6 hours live'])
    expect(await viewAttendance(lena, there, during)).toMatchObject({ people: [{ name: 'Noor', isGuest: true }] })
  })

  it('is for trainees of the course whose cohort has it', async () => {
    await createAccount('Sol')
    expect(await addGuest(lena, address, 'sol@people.example', during)).toHaveProperty('refused')
    expect(await addGuest(lena, address, noor.email, during)).toHaveProperty('refused')
  })
})

describe('the code in the room', () => {
  it('records whoever types it as present, once, however it is written', async () => {
    const code = await shownCode()
    const typed = ` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`
    expect(await Promise.all([enter(typed), enter(typed)])).toEqual([{ isPresent: true }, { isPresent: true }])
    expect(await db().attendance.findMany()).toMatchObject([{ via: 'code', recordedById: noor.id }])
    expect(await ownHours()).toEqual(['6 of 6 hours live'])
  })

  it('is refused when it is wrong, over, closed or renewed', async () => {
    const code = await shownCode(10)
    expect(await enter('AAAAAA')).toHaveProperty('refused')
    expect(await enter(code, new Date('2026-11-16T10:10:01Z'))).toHaveProperty('refused')
    await shownCode(10)
    expect(await enter(code)).toHaveProperty('refused')
    const last = await shownCode(10)
    await closeCode(lena, address, during)
    expect(await enter(last)).toHaveProperty('refused')
    expect(await db().attendance.count()).toBe(0)
  })

  it('cannot be shown long before or after the session', async () => {
    for (const at of [now, after]) expect(await openCode(lena, address, null, at)).toHaveProperty('refused')
  })

  it('is for trainees of the cohort alone', async () => {
    const code = await shownCode()
    await expect(enter(code, during, await createAccount('Sol'))).rejects.toMatchObject({ status: 404 })
    await expect(enter(code, during, lena)).rejects.toMatchObject({ status: 404 })
  })

  it('does not stand above a lead’s word, before it or after it', async () => {
    const code = await shownCode()
    await take([wish({ state: 'absent' })])
    expect(await enter(code)).toHaveProperty('refused')
    await db().attendance.deleteMany()
    await enter(code)
    await take([wish({ state: 'absent' })])
    expect(await ownHours()).toEqual(['0 of 6 hours live'])
  })
})
