import { readCalendar } from '#app/db/calendar.server.ts'
import { writeFeed } from '#app/integrations/icalendar.server.ts'

/**
 * The live sessions of whoever has this secret as iCalendar.
 * @throws 404 for a secret that opens nothing.
 */
export async function writeCalendar(secret: string): Promise<string> {
  const sessions = await readCalendar(secret)
  if (!sessions) throw new Response('There is no such calendar.', { status: 404 })
  return writeFeed(sessions)
}
