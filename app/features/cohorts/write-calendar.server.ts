import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { type CalendarSession, readCalendar } from '#app/db/calendar.server.ts'
import { settings } from '#app/env.server.ts'

/**
 * The live sessions of whoever has this secret as iCalendar (RFC 5545): times in UTC, which every calendar shows in its own zone; a
 * changed session under the same UID with a higher SEQUENCE; a cancelled one as such.
 * @throws 404 for a secret that opens nothing.
 */
export async function writeCalendar(secret: string): Promise<string> {
  const sessions = await readCalendar(secret)
  if (!sessions) throw new Response('There is no such calendar.', { status: 404 })
  const calendar = ical({
    name: 'Stance: live sessions',
    prodId: { company: 'Stance', product: 'Live sessions', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const session of sessions) calendar.createEvent(eventOf(session))
  return calendar.toString()
}

function eventOf({ id, title, cohortName, place, link, sequence, isCancelled, ...times }: CalendarSession) {
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
