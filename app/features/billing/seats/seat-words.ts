import type { SeatsGiven } from '#app/domain/billing/seats.ts'

const closed: Record<SeatsGiven['state'], string | undefined> = {
  open: undefined,
  unpaid: 'These seats open as soon as they are paid.',
  overdue: 'The invoice of these seats is overdue. They open again as soon as it is paid.',
  ended: 'These seats have ended: their payment was given back, is disputed, or their invoice was cancelled.',
}

/** Why nobody can be given a seat of a purchase, or take one; nothing when they can. */
export const whyNoSeat = (state: SeatsGiven['state']): string | undefined => closed[state]
