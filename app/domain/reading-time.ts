import { inNumber } from './wording.ts'
/** Whoever has not moved, typed, touched or scrolled for this long is taken to be elsewhere. */
export const ACTIVE_FOR_MS = 60_000
/** How often an open lesson looks whether somebody reads. */
export const LOOK_EVERY_MS = 1_000
/** How often it tells the server. */
export const REPORT_EVERY_MS = 30_000
/** More than a lesson of ours can have counted since its last report. */
const CLAIM_AT_MOST_SECONDS = 60

export type Look = {
  /** By a clock that only goes forwards. */
  msSinceLook: number
  msSinceActivity: number
  isVisible: boolean
  isFocused: boolean
}

/** How much of the time since the last look was spent reading. A machine that slept in between looks late: then it is none. */
export function activeMs({ msSinceLook, msSinceActivity, isVisible, isFocused }: Look): number {
  const isLate = msSinceLook < 0 || msSinceLook > 3 * LOOK_EVERY_MS
  return isVisible && isFocused && !isLate && msSinceActivity <= ACTIVE_FOR_MS ? msSinceLook : 0
}

type Claim = { claimedSeconds: number; countedUntil: Date | null; now: Date }

/**
 * What a report of seconds spent reading is worth, by the server's clock alone. A report claims the time just before it; what was counted
 * already, from whatever page, window or device of this person, is not counted again, so that an hour never holds more than an hour.
 * @param claim with the instant up to which this person's time is counted.
 * @returns whole seconds, and the instant from which the next report can count. A claim that no lesson of ours makes is worth nothing.
 */
export function creditedTime({ claimedSeconds, countedUntil, now }: Claim): { seconds: number; countedUntil: Date } {
  const isPossible = Number.isInteger(claimedSeconds) && claimedSeconds >= 0 && claimedSeconds <= CLAIM_AT_MOST_SECONDS
  // A server's clock that went back: begin anew, or nothing would count until it has caught up.
  const hasGoneBack = countedUntil !== null && countedUntil > now
  if (!isPossible || hasGoneBack) return { seconds: 0, countedUntil: now }
  const from = Math.max(countedUntil?.getTime() ?? 0, now.getTime() - claimedSeconds * 1_000)
  const seconds = Math.floor((now.getTime() - from) / 1_000)
  // Parts of a second are left for the next report.
  return { seconds, countedUntil: new Date(from + seconds * 1_000) }
}

/** `1 minute`, `45 minutes` */
export const minutesWords = (minutes: number): string => inNumber(minutes, { one: '1 minute', other: '{n} minutes' })

/** Time as people say it: whole minutes, and hours from the first on. */
export function durationWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  if (minutes === 0) return seconds > 0 ? 'less than a minute' : 'none yet'
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 && `${hours} h`, rest > 0 && `${rest} min`].filter(Boolean).join(' ')
}
