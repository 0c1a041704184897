import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { SessionEvent } from '#app/domain/live/session-event.ts'
import { settings } from '#app/env.server.ts'

const prodId = { company: 'Stance', product: 'Live sessions', language: 'EN' }

/**
 * Live sessions as iCalendar (RFC 5545): times in UTC, which every calendar shows in its own zone; a changed session under the same UID with
 * a higher SEQUENCE; a cancelled one as such.
 */
export function writeFeed(sessions: readonly SessionEvent[]): string {
  const calendar = ical({ name: 'Stance: live sessions', prodId, method: ICalCalendarMethod.PUBLISH })
  for (const session of sessions) calendar.createEvent(eventOf(session))
  return calendar.toString()
}

export type Invitation = { method: 'REQUEST' | 'CANCEL'; content: string }

/** One session for one person's calendar (RFC 5546): to be put into it, changed in it or taken out of it, with no answer asked for. */
export function writeInvitation(session: SessionEvent, to: { name: string; email: string }): Invitation {
  const method = session.isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST
  const calendar = ical({ prodId, method })
  const attendee = { ...to, rsvp: false, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.NEEDSACTION }
  calendar.createEvent({ ...eventOf(session), organizer: organizer(), attendees: [attendee] })
  return { method, content: calendar.toString() }
}

/** Whoever sends our mails: `Stance <no-reply@stance.example>`. */
function organizer(): { name: string; email: string } {
  const from = settings().MAIL_FROM
  const [, name = '', email = from] = /^\s*"?(.*?)"?\s*<([^>]+)>\s*$/.exec(from) ?? []
  return { name: name || 'Stance', email }
}

function eventOf({ id, title, cohortName, place, link, sequence, isCancelled, ...times }: SessionEvent) {
  const page = `${settings().appUrl}/learn/sessions`
  return {
    id: `${id}@${new URL(settings().appUrl).hostname}`,
    sequence,
    // The same feed is the same bytes until something changes.
    stamp: new Date(times.changedAt),
    start: new Date(times.startsAt),
    end: new Date(times.endsAt),
    summary: title,
    location: place || link,
    description: [cohortName, link && `Meeting: ${link}`, page].filter(Boolean).join('\n'),
    url: link || page,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  }
}
