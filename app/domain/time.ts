/** Spans in milliseconds. A day here is one of twenty-four hours, and not always the next calendar day. */
export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** The same words of the same person within this time were sent twice: by a second press, or by one who went back. */
export const SENT_TWICE_MS = 10 * MINUTE_MS
