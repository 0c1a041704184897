import type { EnrolmentAsk, EnrolmentChange } from '#app/domain/notices.ts'
import { dayWords } from '#app/domain/pathway/days.ts'
import type { Kinds } from './kind.ts'

/** What somebody is told of places on courses and in cohorts. */
export const enrolmentKinds: Kinds<
  'enrolment-changed' | 'enrolment-asked' | 'place-offered' | 'place-lapsed' | 'instalment-unpaid'
> = {
  'place-offered': {
    setting: 'a place that I wait for is offered to me',
    write: ({ cohortName, courseTitle, until, path }) => ({
      title: 'A place is offered to you',
      body: `There is a place for you in “${cohortName}” of the course “${courseTitle}”. It is kept for you until ${until}; after that it goes to whoever is next.`,
      path,
      linkLabel: 'Take the place or leave it',
    }),
  },
  'enrolment-asked': {
    setting: 'a trainee of a cohort of mine asks for a leave or for another cohort',
    write: ({ what, cohortName, path }) => ({
      title: asks[what],
      body: `Somebody in “${cohortName}” waits for your answer. The platform says who and why.`,
      path,
      linkLabel: 'Read and answer',
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
  'instalment-unpaid': {
    setting: 'a monthly part of a price was not paid',
    write: ({ title, isSuspended, graceUntil }) => ({
      title: isSuspended ? 'What you pay for in parts is suspended' : 'A monthly part was not paid',
      body: isSuspended
        ? `A monthly part of the price of “${title}” was not paid in time, so it is closed to you. What you did is kept, and it opens again as soon as the part is paid.`
        : `Your bank did not pay a monthly part of the price of “${title}”. It stays open to you until ${dayWords(graceUntil)}; please pay the part by then.`,
      path: '/settings/purchases',
      linkLabel: 'Pay the part',
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

const asks: Record<EnrolmentAsk, string> = {
  leave: 'A leave of absence is asked for',
  transfer: 'Somebody asks to go over to another cohort',
}

const changes: Record<EnrolmentChange, (courseTitle: string) => string> = {
  'taken-off': (title) =>
    `A training lead has taken you off “${title}”. What you did is kept. The platform gives the reason and says whom to ask.`,
  'taken-up': (title) => `A training lead has taken you up again on “${title}”. You go on where you were.`,
  'leave-agreed': (title) =>
    `A leave of absence from your cohort of “${title}” is agreed. Its deadlines are later for you by its days; the platform gives the dates.`,
  'leave-declined': (title) =>
    `The leave of absence from your cohort of “${title}” that you asked for was declined. Ask your training lead why.`,
  'leave-ended': (title) => `A training lead has ended your leave of absence from your cohort of “${title}”.`,
  transferred: (title) =>
    `You have been moved to another cohort of “${title}”. The platform says which; its deadlines and sessions hold for you from now on.`,
  'transfer-declined': (title) =>
    `You asked to go over to another cohort of “${title}”. That was declined; ask your training lead why.`,
}
