import type { EnrolmentChange } from '#app/domain/notices.ts'
import type { Kinds } from './kind.ts'

/** What somebody is told of their place on a course. */
export const enrolmentKinds: Kinds<'enrolment-changed' | 'place-offered' | 'place-lapsed'> = {
  'place-offered': {
    setting: 'a place that I wait for is offered to me',
    write: ({ cohortName, courseTitle, until, path }) => ({
      title: 'A place is offered to you',
      body: `There is a place for you in “${cohortName}” of the course “${courseTitle}”. It is kept for you until ${until}; after that it goes to whoever is next.`,
      path,
      linkLabel: 'Take the place or leave it',
    }),
  },
  'place-lapsed': {
    setting: 'an offer of a place has run out',
    write: ({ cohortName, courseTitle, path }) => ({
      title: 'The offer has run out',
      body: `The place in “${cohortName}” of the course “${courseTitle}” was kept for you and went on to whoever was next. You may ask for one again.`,
      path,
      linkLabel: 'See your enrolment',
    }),
  },
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
