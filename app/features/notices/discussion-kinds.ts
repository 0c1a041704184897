import { inNumber } from '#app/domain/wording.ts'
import type { Kinds } from './kind.ts'

/** One choice for all of it. */
export const DISCUSSION_SETTING = 'something is announced or written in my cohort'

/** What somebody is told of what their cohort talks about. */
export const discussionKinds: Kinds<
  | 'announcement-posted'
  | 'question-asked'
  | 'thread-opened'
  | 'thread-answered'
  | 'post-reported'
  | 'post-hidden'
  | 'gathered'
> = {
  'announcement-posted': {
    setting: DISCUSSION_SETTING,
    write: ({ title, path }) => ({
      title: `Announcement: ${title}`,
      body: `There is an announcement for your cohort, “${title}”.`,
      path,
      linkLabel: 'Read the announcement',
    }),
  },
  'question-asked': {
    setting: DISCUSSION_SETTING,
    write: ({ title, path }) => ({
      title: `A question for you: ${title}`,
      body: `A trainee of your cohort asks its training leads something, “${title}”. The other trainees do not see it.`,
      path,
      linkLabel: 'Read the question',
    }),
  },
  'thread-opened': {
    setting: DISCUSSION_SETTING,
    write: ({ title, path }) => ({
      title: `New in your cohort’s discussion: ${title}`,
      body: `Somebody in your cohort has begun a thread, “${title}”.`,
      path,
      linkLabel: 'Read the thread',
    }),
  },
  'thread-answered': {
    setting: DISCUSSION_SETTING,
    write: ({ title, path }) => ({
      title: title ? `There is an answer: ${title}` : 'There is an answer',
      body: 'Somebody has written in a thread in which you wrote before.',
      path,
      linkLabel: 'Read the answer',
    }),
  },
  'post-reported': {
    setting: DISCUSSION_SETTING,
    write: ({ path }) => ({
      title: 'Somebody asks you to look at a post',
      body: 'Somebody in your cohort asks its training leads to look at what was written in a thread. The reason is beside the post.',
      path,
      linkLabel: 'Look at the post',
    }),
  },
  'post-hidden': {
    setting: DISCUSSION_SETTING,
    write: ({ path }) => ({
      title: 'What you wrote was taken away',
      body: 'A training lead has taken away what you wrote in your cohort’s discussion. You still see it there, with the reason.',
      path,
      linkLabel: 'Read the reason',
    }),
  },
  gathered: {
    setting: DISCUSSION_SETTING,
    write: ({ titles, more }) => ({
      title: inNumber(titles.length + more, {
        one: 'Something is new in your cohort',
        other: '{n} things are new in your cohort',
      }),
      body: [...titles.map((title) => `- ${title}`), ...(more > 0 ? [`- and ${more} more`] : [])].join('\n'),
      path: '/notices',
      linkLabel: 'Open your notices',
    }),
  },
}
