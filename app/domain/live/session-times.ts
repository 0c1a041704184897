import { DAY_MS } from '#app/domain/time.ts'
import { instantAt, localTimeAt } from '#app/domain/wall-clock.ts'
import { MINUTE_MS } from '../time.ts'
import { zoneWords } from './when.ts'

/** As clocks of the cohort's time zone show it: `YYYY-MM-DDTHH:mm`. */
export type LocalSpan = { startsAt: string; endsAt: string }

export type TimesFault = { field: 'startsAt' | 'endsAt' | 'countsMinutes'; message: string }

/**
 * The two moments that a session's wall-clock times stand for.
 * @param countsMinutes what being there counts; it cannot be more than the session lasts.
 * @returns or the field to put right: a time that clocks skip in spring, an end before the start or more than a day after it.
 */
export function sessionTimes(
  local: LocalSpan,
  countsMinutes: number,
  timeZone: string,
): { startsAt: Date; endsAt: Date } | { fault: TimesFault } {
  for (const field of ['startsAt', 'endsAt'] as const)
    if (isSkipped(local[field], timeZone))
      return fault(field, `Clocks go forward then, and skip this time (${zoneWords(timeZone)}).`)
  const [startsAt, endsAt] = [instantAt(local.startsAt, timeZone), instantAt(local.endsAt, timeZone)]
  const lastsMs = endsAt.getTime() - startsAt.getTime()
  if (lastsMs <= 0) return fault('endsAt', 'The end does not lie after the start.')
  if (lastsMs > DAY_MS) return fault('endsAt', 'A session lasts a day at most. Make one for each day.')
  if (countsMinutes * MINUTE_MS > lastsMs) return fault('countsMinutes', 'It cannot count for more time than it lasts.')
  return { startsAt, endsAt }
}

const fault = (field: TimesFault['field'], message: string) => ({ fault: { field, message } })

const isSkipped = (local: string, timeZone: string) => localTimeAt(instantAt(local, timeZone), timeZone) !== local
