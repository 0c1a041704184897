import type { EnrolmentChange } from '#app/domain/notices.ts'
import type { Kinds } from './kind.ts'

/** What somebody is told of their place on a course. */
export const enrolmentKinds: Kinds<'enrolment-changed'> = {
  'enrolment-changed': {
    setting: 'my enrolment in a course is changed by somebody else',
    write: ({ change, courseTitle, path }) => ({
      title: 'Your enrolment has changed',
      body: changes[change](courseTitle),
      path,
      linkLabel: 'See your enrolment',
    }),
  },
}

const changes: Record<EnrolmentChange, (courseTitle: string) => string> = {
  'taken-off': (title) =>
    `A training lead has taken you off “${title}”. What you did is kept. The platform gives the reason and says whom to ask.`,
  'taken-up': (title) => `A training lead has taken you up again on “${title}”. You go on where you were.`,
}
