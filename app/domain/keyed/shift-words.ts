import type { Shift } from './concordance.ts'

/** What each answer to a concordance item says, in words. */
export const shiftWords: Record<Shift, string> = {
  '-2': 'much less likely or fitting',
  '-1': 'less',
  0: 'neither more nor less',
  1: 'more',
  2: 'much more likely or fitting',
}

/** With its sign, as it is written: a true minus. */
export const shiftNumber = (shift: Shift): string => (shift > 0 ? `+${shift}` : `${shift}`.replace('-', '−'))
