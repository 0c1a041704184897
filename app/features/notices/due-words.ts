import { dayWords, monthWords } from '#app/domain/pathway/days.ts'
import type { DueItem } from '#app/domain/reminders.ts'

const plural = (count: number, one: string, many: string) => (count === 1 ? `One ${one}` : `${count} ${many}`)

/** One thing that is due, as a sentence. */
export function dueWords(item: DueItem): string {
  switch (item.kind) {
    case 'recordings':
      return `${plural(item.count, 'recording has', 'recordings have')} to be destroyed, the first by ${dayWords(item.on)}. Say on the page of the clip when it is done.`
    case 'retention':
      return `${plural(item.count, 'record', 'records')} of your portfolio will have been kept for its time and will be erased, from ${dayWords(item.on)}. Take an export if you need it longer.`
    case 'signatures':
      return `${plural(item.count, 'entry waits', 'entries wait')} for a supervisor’s signature, the longest since ${dayWords(item.since)}.`
    case 'check-ends':
      return `“${item.title}” was checked by accreditation staff, and has to be checked again by ${dayWords(item.on)}.`
    case 'declaration-ends':
      return `“${item.title}” has to be confirmed again by ${dayWords(item.on)}.`
    case 'supervision-gap':
      return `No supervision is entered since ${dayWords(item.after)}: ${item.days} days.`
    case 'below-rate':
      return `“${item.title}” is below what your pathway asks for: ${item.missing}.`
    case 'quiet-cases':
      return `No session is entered for more than six weeks: ${item.codes.join(', ')}. If a treatment has ended, say so.`
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
      return `Your application waits for your answer since ${dayWords(item.since)}.`
  }
}

/** What is due in a month, a line for each thing. */
export const dueText = (month: string, due: readonly DueItem[]): string =>
  [`This is what is due in ${monthWords(month)}:`, ...due.map((item) => `– ${dueWords(item)}`)].join('\n')

/** Only a supervisor has nothing else. */
export const isOnlyOfSupervisor = (due: readonly DueItem[]): boolean =>
  due.every(({ kind }) => kind === 'own-approval-ends')
