import { writeCalendar } from '#app/features/cohorts/write-calendar.server.ts'
import { download } from '#app/http/download.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import type { Route } from './+types/route'

/** A person's live sessions for the calendar that subscribes to them. The address is the key: nobody signs in here. */
export async function loader(args: Route.LoaderArgs) {
  await limitRate(args, 'calendar')
  const text = await writeCalendar(args.params.secret)
  return download(args.request, text, { type: 'text/calendar; charset=utf-8', name: 'stance.ics' })
}
