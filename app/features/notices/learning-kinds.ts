import type { SessionChange } from '#app/domain/notices.ts'
import type { Kinds } from './kind.ts'

/** What a trainee is told of studying and of answers. */
export const learningKinds: Kinds<
  | 'attempt-submitted'
  | 'feedback-released'
  | 'deadline-changed'
  | 'adjustment-changed'
  | 'appeal-lodged'
  | 'appeal-decided'
  | 'session-changed'
> = {
  'attempt-submitted': {
    setting: 'an answer of mine has arrived (a receipt)',
    write: ({ vignetteTitle, path }) => ({
      title: 'Your answer has arrived',
      body: `We have your answer to “${vignetteTitle}”, exactly as you submitted it. A training lead will mark it without seeing who you are. We will tell you when there is feedback.`,
      path,
      linkLabel: 'See what you submitted',
    }),
  },
  'feedback-released': {
    setting: 'there is feedback on an answer of mine',
    write: ({ vignetteTitle, path }) => ({
      title: 'Your feedback is ready',
      body: `There is feedback on your answer to “${vignetteTitle}”, with the model discussion beside it.`,
      path,
      linkLabel: 'Read your feedback',
    }),
  },
  'deadline-changed': {
    setting: 'a deadline is changed for me alone',
    write: ({ vignetteTitle, path }) => ({
      title: 'Your deadline has changed',
      body: `The last moment at which you can hand in “${vignetteTitle}” was changed for you. Its page says until when, in your own time.`,
      path,
      linkLabel: 'See your deadline',
    }),
  },
  'adjustment-changed': {
    setting: 'what is agreed with me about extra time or another format changes',
    write: () => ({
      title: 'Your adjustments have changed',
      body: 'What is recorded about extra time or another format for you was changed. Your settings show it; no marker sees it.',
      path: '/settings',
      linkLabel: 'See what is recorded',
    }),
  },
  'appeal-lodged': {
    setting: 'an appeal waits for somebody uninvolved',
    write: ({ appealId }) => ({
      title: 'An appeal waits for a decision',
      body: 'A trainee has appealed against the marking of an answer. You had no part in it, so you may take it on.',
      path: `/appeals/${appealId}`,
      linkLabel: 'Read the appeal',
    }),
  },
  'appeal-decided': {
    setting: 'an appeal of mine is decided',
    write: ({ vignetteTitle, path }) => ({
      title: 'Your appeal has been decided',
      body: `There is a decision on your appeal about “${vignetteTitle}”, with its reasons.`,
      path,
      linkLabel: 'Read the decision',
    }),
  },
  'session-changed': {
    setting: 'a live session of my cohort is planned, changed or cancelled',
    write: ({ change, title, when }) => ({
      title: sessionTitles[change],
      body: sessionTexts[change](title, when),
      path: '/learn/sessions',
      linkLabel: 'See your sessions',
    }),
  },
}

const sessionTitles: Record<SessionChange, string> = {
  planned: 'A live session is planned',
  changed: 'A live session has changed',
  cancelled: 'A live session is cancelled',
}

const sessionTexts: Record<SessionChange, (title: string, when: string) => string> = {
  planned: (title, when) => `Your cohort meets for “${title}” on ${when}. The platform says where.`,
  changed: (title, when) => `“${title}” has changed. It is on ${when}, and the platform says where.`,
  cancelled: (title, when) => `“${title}” on ${when} will not take place.`,
}
