import type { SeatChange } from '#app/domain/notices.ts'
import type { Kinds } from './kind.ts'

/** What somebody is told whose course an organisation pays. */
export const seatKinds: Kinds<'seat-given' | 'seat-changed'> = {
  'seat-given': {
    setting: 'an organisation gives me a seat of a course',
    write: ({ courseTitle, organisationName, path }) => ({
      title: `A seat of “${courseTitle}” is yours`,
      body: `${organisationName} pays for your place in “${courseTitle}”. Take the seat when you like. ${organisationName} then sees whether you have begun and whether you have completed the course, and nothing else of what you do.`,
      path,
      linkLabel: 'See your seat',
    }),
  },
  'seat-changed': {
    setting: 'a seat of mine is taken back, stopped or open again',
    write: ({ change, courseTitle, organisationName }) => ({
      title: titles[change],
      body: texts[change](courseTitle, organisationName),
      path: '/seats',
      linkLabel: 'See your seats',
    }),
  },
}

const titles: Record<SeatChange, string> = {
  'taken-back': 'Your seat was taken back',
  stopped: 'Your seat is stopped',
  resumed: 'Your seat is open again',
}

const texts: Record<SeatChange, (courseTitle: string, organisationName: string) => string> = {
  'taken-back': (course, organisation) =>
    `${organisation} took your seat of “${course}” back before you had begun. Please ask there if you did not expect this.`,
  stopped: (course, organisation) =>
    `Your seat of “${course}”, which ${organisation} pays for, is stopped, because it is not covered by a payment at present. What you did in the course is kept, and is there again when the seat is. Please ask ${organisation}.`,
  resumed: (course, organisation) =>
    `Your seat of “${course}”, which ${organisation} pays for, is open again. Everything that you did is there.`,
}
