import { inList } from '#app/domain/listing.ts'
import { dayWords, monthWords } from '#app/domain/pathway/days.ts'
import type { Day } from '#app/domain/portfolio/entry.ts'
import type { DueItem } from '#app/domain/reminders.ts'
import { type Forms, inNumber } from '#app/domain/wording.ts'

/** What is said of a number of things and the day that the first of them names. */
const COUNTED = {
  recordings: {
    one: 'One recording has to be destroyed by {day}. Say on the page of the clip when it is done.',
    other: '{n} recordings have to be destroyed, the first by {day}. Say on the page of each clip when it is done.',
  },
  retention: {
    one: 'One record of your portfolio will have been kept for its time, and is erased on {day}. Take an export if you need it longer.',
    other:
      '{n} records of your portfolio will have been kept for their time, and are erased from {day} on. Take an export if you need them longer.',
  },
  signatures: {
    one: 'One entry has waited for a supervisor’s signature since {day}.',
    other: '{n} entries have waited for a supervisor’s signature, the longest since {day}.',
  },
  'supervision-gap': {
    one: 'No supervision has been entered since {day}: 1 day.',
    other: 'No supervision has been entered since {day}: {n} days.',
  },
} satisfies Partial<Record<DueItem['kind'], Forms>>

const counted = (kind: keyof typeof COUNTED, count: number, day: Day) =>
  inNumber(count, COUNTED[kind], { day: dayWords(day) })

/** One thing that is due, as a sentence. */
function dueWords(item: DueItem): string {
  switch (item.kind) {
    case 'recordings':
    case 'retention':
      return counted(item.kind, item.count, item.on)
    case 'signatures':
      return counted(item.kind, item.count, item.since)
    case 'supervision-gap':
      return counted(item.kind, item.days, item.after)
    case 'check-ends':
      return `“${item.title}” was checked by accreditation staff, and has to be checked again by ${dayWords(item.on)}.`
    case 'declaration-ends':
      return `“${item.title}” has to be confirmed again by ${dayWords(item.on)}.`
    case 'below-rate':
      return `“${item.title}” is below what your pathway asks for: ${item.missing}.`
    case 'quiet-cases':
      return `No session has been entered for more than six weeks: ${inList(item.codes)}. If a treatment has ended, say so.`
    case 'cpd-year':
      return `Another year of “${item.title}” is over on ${dayWords(item.on)}. Its renewal still takes: ${item.missing.join('; ')}.`
    case 'supervisor-ends':
      return `The approval of ${item.name} as a supervisor ends on ${dayWords(item.on)}. Sessions after that day do not count.`
    case 'own-approval-ends':
      return `Your approval as a supervisor ends on ${dayWords(item.on)}. Ask accreditation staff if you go on.`
    case 'status-ends':
      return `Your status “${item.title}” ends on ${dayWords(item.on)}.`
    case 'status-ended':
      return `Your status “${item.title}” ended on ${dayWords(item.on)}. It can still be renewed until ${dayWords(item.until)}.`
    case 'more-asked':
      return `Your application has waited for your answer since ${dayWords(item.since)}.`
  }
}

/** What is due in a month, a line for each thing. */
export const dueText = (month: string, due: readonly DueItem[]): string =>
  [`This is what is due in ${monthWords(month)}:`, ...due.map((item) => `– ${dueWords(item)}`)].join('\n')

/** Only a supervisor has nothing else. */
export const isOnlyOfSupervisor = (due: readonly DueItem[]): boolean =>
  due.every(({ kind }) => kind === 'own-approval-ends')
