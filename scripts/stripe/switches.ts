/** How the stand-in misbehaves. Counts are of calls from now on. */
export type Switches = {
  decline: boolean
  delayMs: number
  duplicate: boolean
  reorder: boolean
  drop: boolean
  /** How many calls are carried out, and their answers lost on the way. */
  lose: number
  /** How many calls after those are answered with 500, and how many with 429. */
  fail: number
  limit: number
}

export const STRAIGHT: Readonly<Switches> = {
  ...{ decline: false, delayMs: 0, duplicate: false, reorder: false, drop: false },
  ...{ lose: 0, fail: 0, limit: 0 },
}
