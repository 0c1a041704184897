import ICAL from 'ical.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { countQueries, db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { settings } from '#app/env.server.ts'
import { endCalendarLink, makeCalendarLink, viewCalendarLink } from '#app/features/cohorts/calendar-link.server.ts'
import { cancelSession } from '#app/features/cohorts/cancel-session.server.ts'
import { changeSession } from '#app/features/cohorts/change-session.server.ts'
import { planSession } from '#app/features/cohorts/plan-session.server.ts'
import { writeCalendar } from '#app/features/cohorts/write-calendar.server.ts'
import { sendNotice } from '#app/features/notices/send-notice.server.ts'
import { closeMail } from '#app/integrations/mail.server.ts'
import { auditedActions, createAccount, now } from '#tests/support/accounts.ts'
import { formCohort } from '#tests/support/cohorts.ts'
import { sessionWish } from '#tests/support/live-sessions.ts'
import { startMailServer } from '#tests/support/mail-server.ts'

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

describe('the mail about a session', () => {
  /** What each of the mails to Noor carries for a calendar, as another implementation reads it. */
  async function carried() {
    for (const { id } of await db().notice.findMany({ where: { userId: noor.id }, orderBy: { id: 'asc' } }))
      await sendNotice(id, now)
    const mails = await db().mailboxMessage.findMany({ orderBy: { id: 'asc' } })
    return mails.map(({ calendar }) => {
      const component = new ICAL.Component(ICAL.parse(calendar ?? ''))
      const event = component.getFirstSubcomponent('vevent')
      if (!event) throw new Error('a mail carries no event')
      const attendee = event.getFirstProperty('attendee')
      return {
        method: component.getFirstPropertyValue('method'),
        uid: event.getFirstPropertyValue('uid'),
        sequence: event.getFirstPropertyValue('sequence'),
        status: event.getFirstPropertyValue('status'),
        starts: String(event.getFirstPropertyValue('dtstart')),
        organizer: event.getFirstPropertyValue('organizer'),
        attendee: String(attendee?.getFirstValue()).toLowerCase(),
        rsvp: attendee?.getParameter('rsvp'),
      }
    })
  }

  it('asks the calendar of its reader to take the session over, to change it and to take it out', async () => {
    const address = { cohortId, sessionId }
    await changeSession(lena, address, sessionWish({ startsAt: '2026-11-16T10:00' }), now)
    await cancelSession(lena, address, now)
    const event = {
      uid: `${sessionId}@localhost`,
      organizer: 'mailto:no-reply@stance.example',
      attendee: `mailto:${noor.email}`,
      rsvp: 'FALSE',
    }
    const [planned, changed] = ['2026-11-16T09:30:00Z', '2026-11-16T10:00:00Z']
    expect(await carried()).toEqual([
      { ...event, method: 'REQUEST', sequence: 0, status: 'CONFIRMED', starts: planned },
      { ...event, method: 'REQUEST', sequence: 1, status: 'CONFIRMED', starts: changed },
      { ...event, method: 'CANCEL', sequence: 2, status: 'CANCELLED', starts: changed },
    ])
  })

  it('goes to a mail server as text, beside it what mail programs read as an invitation, and as a file', async () => {
    const server = await startMailServer()
    settings().SMTP_URL = server.url
    const notice = await db().notice.findFirstOrThrow({ where: { userId: noor.id } })
    await sendNotice(notice.id, now).finally(() => {
      settings().SMTP_URL = undefined
      closeMail()
    })
    await server.stop()
    const [mail = ''] = server.received
    expect(mail).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST\r?$/im)
    expect(mail).toMatch(/filename="?session\.ics/)
  })
})
