const HOUR_MS = 3_600_000

/** A person's own past, which only goes forwards: each thing they did happened some hours after the one before. */
export type Clock = { after(hours: number): Date }

/** @param startsAt when the story begins; it never gets past `now`, however long it is. */
export function clockFrom(startsAt: Date, now: Date): Clock {
  let at = startsAt.getTime()
  return {
    after(hours) {
      at = Math.min(at + hours * HOUR_MS, now.getTime())
      return new Date(at)
    },
  }
}
