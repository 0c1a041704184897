import ICAL from 'ical.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { countQueries, db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { endCalendarLink, makeCalendarLink, viewCalendarLink } from '#app/features/cohorts/calendar-link.server.ts'
import { cancelSession } from '#app/features/cohorts/cancel-session.server.ts'
import { changeSession } from '#app/features/cohorts/change-session.server.ts'
import { planSession } from '#app/features/cohorts/plan-session.server.ts'
import { writeCalendar } from '#app/features/cohorts/write-calendar.server.ts'
import { auditedActions, createAccount, now } from '#tests/support/accounts.ts'
import { formCohort } from '#tests/support/cohorts.ts'
import { sessionWish } from '#tests/support/live-sessions.ts'

let noor: Actor
let lena: Actor
let cohortId: string
let sessionId: string

beforeEach(async () => {
  noor = await createAccount('Noor')
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  cohortId = await formCohort([], { leads: [lena], trainees: [noor] })
  const planned = await planSession(lena, cohortId, sessionWish({ link: 'https://meet.example/1' }), now)
  sessionId = 'id' in planned ? planned.id : ''
})

const secretOf = async (actor: Actor) => /\/calendar\/(\w+)\.ics$/.exec(await makeCalendarLink(actor, now))?.[1] ?? ''

/** What another implementation of iCalendar reads in it. */
async function eventsFor(actor: Actor) {
  const text = await writeCalendar(await secretOf(actor))
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { uid, summary, location, sequence, startDate, endDate } = new ICAL.Event(component)
    const status = component.getFirstPropertyValue('status')
    return { uid, summary, location, sequence, status, starts: startDate.toString(), ends: endDate.toString() }
  })
}

describe('the calendar of a person', () => {
  it('has the sessions of their cohorts, in UTC, for whoever learns and whoever leads', async () => {
    const event = {
      uid: expect.stringMatching(new RegExp(`^${sessionId}@`)),
      summary: 'Day 1: Curiosity',
      location: 'Room 4, 12 Park Row',
      sequence: 0,
      status: 'CONFIRMED',
      starts: '2026-11-16T09:30:00Z',
      ends: '2026-11-16T16:30:00Z',
    }
    expect(await eventsFor(noor)).toEqual([event])
    expect(await eventsFor(lena)).toEqual([event])
    expect(await eventsFor(await createAccount('Sol'))).toEqual([])
  })

  it('keeps an event under its UID with a higher sequence when it changes, and shows it as cancelled', async () => {
    const address = { cohortId, sessionId }
    const [before] = await eventsFor(noor)
    await changeSession(lena, address, sessionWish({ startsAt: '2026-11-16T10:00' }), now)
    const [changed] = await eventsFor(noor)
    expect(changed).toMatchObject({ uid: before?.uid, sequence: 1, starts: '2026-11-16T10:00:00Z' })
    await cancelSession(lena, address, now)
    expect(await eventsFor(noor)).toMatchObject([{ uid: before?.uid, sequence: 2, status: 'CANCELLED' }])
  })

  it('keeps to lines of at most 75 bytes, and holds commas, semicolons and line ends within a value', async () => {
    const title = `Tag 1; „Übung“, \\n und ${'lang '.repeat(30).trim()}`
    await changeSession(lena, { cohortId, sessionId }, sessionWish({ title }), now)
    const text = await writeCalendar(await secretOf(noor))
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(await eventsFor(noor)).toMatchObject([{ summary: title }])
  })

  it('is the same bytes until something changes, and costs one statement', async () => {
    const secret = await secretOf(noor)
    const { result, queries } = await countQueries(() => writeCalendar(secret))
    expect(queries()).toBe(1)
    expect(await writeCalendar(secret)).toBe(result)
  })
})

describe('the address of a calendar', () => {
  it('is kept as a hash alone, and ends when another is made or it is ended', async () => {
    const first = await secretOf(noor)
    expect(JSON.stringify(await db().calendarLink.findMany())).not.toContain(first)
    const second = await secretOf(noor)
    await expect(writeCalendar(first)).rejects.toMatchObject({ status: 404 })
    expect(await writeCalendar(second)).toContain('Day 1')
    expect(await viewCalendarLink(noor)).toEqual(now)
    await endCalendarLink(noor, now)
    await endCalendarLink(noor, now)
    await expect(writeCalendar(second)).rejects.toMatchObject({ status: 404 })
    expect(await viewCalendarLink(noor)).toBeNull()
    expect((await auditedActions()).slice(-3)).toEqual([
      'calendar.link-made',
      'calendar.link-made',
      'calendar.link-ended',
    ])
  })
})
