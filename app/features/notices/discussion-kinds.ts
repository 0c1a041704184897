import type { Kinds } from './kind.ts'

/** What somebody is told of what their cohort talks about. */
export const discussionKinds: Kinds<
  'announcement-posted' | 'question-asked' | 'thread-opened' | 'thread-answered' | 'post-reported' | 'post-hidden'
> = {
  'announcement-posted': {
    setting: 'a training lead tells my cohort something',
    write: ({ title, path }) => ({
      title: `Announcement: ${title}`,
      body: `There is an announcement for your cohort, “${title}”.`,
      path,
      linkLabel: 'Read the announcement',
    }),
  },
  'question-asked': {
    setting: 'a trainee of mine asks the training leads something',
    write: ({ title, path }) => ({
      title: `A question for you: ${title}`,
      body: `A trainee of your cohort asks its training leads something, “${title}”. The other trainees do not see it.`,
      path,
      linkLabel: 'Read the question',
    }),
  },
  'thread-opened': {
    setting: 'somebody begins a thread in my cohort’s discussion',
    write: ({ title, path }) => ({
      title: `New in your cohort’s discussion: ${title}`,
      body: `Somebody of your cohort has begun a thread, “${title}”.`,
      path,
      linkLabel: 'Read the thread',
    }),
  },
  'thread-answered': {
    setting: 'somebody answers in a thread in which I wrote',
    write: ({ title, path }) => ({
      title: title ? `There is an answer: ${title}` : 'There is an answer',
      body: 'Somebody has written in a thread in which you wrote before.',
      path,
      linkLabel: 'Read the answer',
    }),
  },
  'post-reported': {
    setting: 'somebody asks me to look at what was written in my cohort',
    write: ({ path }) => ({
      title: 'Somebody asks you to look at a post',
      body: 'Somebody of your cohort asks its training leads to look at what was written in a thread. The reason stands beside the post.',
      path,
      linkLabel: 'Look at the post',
    }),
  },
  'post-hidden': {
    setting: 'a training lead takes away what I wrote',
    write: ({ path }) => ({
      title: 'What you wrote was taken away',
      body: 'A training lead has taken away what you wrote in your cohort’s discussion. You still see it there, with the reason.',
      path,
      linkLabel: 'Read the reason',
    }),
  },
}
