/** A live session as calendars take it over. Times are ISO 8601. */
export type SessionEvent = {
  id: string
  title: string
  cohortName: string
  startsAt: string
  endsAt: string
  place: string
  /** Empty where there is none. */
  link: string
  /** Rises with each change (RFC 5545, SEQUENCE). */
  sequence: number
  changedAt: string
  isCancelled: boolean
}
