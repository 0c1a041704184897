/** A day of twenty-four hours, in milliseconds: a span, and not always the next calendar day. */
export const DAY_MS = 86_400_000
/** In milliseconds. */
export const HOUR_MS = 3_600_000
