import { monthWords } from '#app/domain/pathway/days.ts'
import { dueText, isOnlyOfSupervisor } from './due-words.ts'
import type { Kinds } from './kind.ts'

/** What is told about a portfolio, by and to supervisors and staff. */
export const portfolioKinds: Kinds<
  | 'entries-countersigned'
  | 'entries-returned'
  | 'clip-rated'
  | 'statement-sent'
  | 'statement-received'
  | 'training-checked'
  | 'recordings-due'
  | 'due-this-month'
> = {
  'entries-countersigned': {
    setting: 'a supervisor signs entries of my portfolio',
    write: ({ supervisorName, count }) => ({
      title: count === 1 ? 'An entry is countersigned' : `${count} entries are countersigned`,
      body: `${supervisorName} has signed ${count === 1 ? 'an entry' : `${count} entries`} of your portfolio. A signed entry counts as it stands; a correction would take the signature away.`,
      path: '/portfolio/countersigning',
      linkLabel: 'See what is signed',
    }),
  },
  'entries-returned': {
    setting: 'a supervisor refuses an entry or asks for a correction',
    write: ({ supervisorName, count }) => ({
      title:
        count === 1 ? 'An entry came back from your supervisor' : `${count} entries came back from your supervisor`,
      body: `${supervisorName} has not signed ${count === 1 ? 'an entry' : `${count} entries`} of your portfolio, and says why.`,
      path: '/portfolio/countersigning',
      linkLabel: 'Read the reason',
    }),
  },
  'clip-rated': {
    setting: 'a supervisor rates a clip of mine',
    write: ({ supervisorName, clipId }) => ({
      title: 'A clip of yours is rated',
      body: `${supervisorName} has rated one of your clips.`,
      path: `/portfolio/clips/${clipId}`,
      linkLabel: 'See the rating',
    }),
  },
  'statement-sent': {
    setting: 'a supervisor sends a statement about me',
    write: ({ supervisorName }) => ({
      title: 'Your supervisor’s statement is with the accreditation staff',
      body: `${supervisorName} has sent the statement about your practice. It goes to the accreditation staff alone.`,
      path: '/portfolio/countersigning',
      linkLabel: 'See that it was sent',
    }),
  },
  'statement-received': {
    setting: 'a supervisor sends a statement about a trainee',
    write: ({ statementId }) => ({
      title: 'A supervisor’s statement has arrived',
      body: 'A supervisor has sent a statement about a trainee’s practice. The trainee does not see what it says.',
      path: `/accreditation/statements/${statementId}`,
      linkLabel: 'Read the statement',
    }),
  },
  'training-checked': {
    setting: 'staff have checked a training of mine',
    write: ({ title, isAccepted, path }) => ({
      title: isAccepted ? 'Your training was accepted' : 'Your training was not accepted',
      body: isAccepted
        ? `The certificate of “${title}” is in order. It counts where its provider was approved on its days.`
        : `The certificate of “${title}” was looked at and not accepted. Its page says why, and you can put it right there.`,
      path,
      linkLabel: 'See what was found',
    }),
  },
  'recordings-due': {
    setting: 'a recording of mine is to be destroyed within two weeks, or is overdue',
    write: ({ count, isOverdue }) => ({
      title: isOverdue ? 'A recording is overdue' : 'A recording is to be destroyed soon',
      body: `${count === 1 ? 'One recording' : `${count} recordings`} of yours ${
        isOverdue ? 'should have been destroyed by now' : 'must be destroyed within two weeks'
      }. Destroy what you keep where you keep it, and say so on the page of the clip.`,
      path: '/portfolio/clips',
      linkLabel: 'See your clips',
    }),
  },
  'due-this-month': {
    setting: 'something of mine is due in a month (once, at its beginning)',
    write: ({ month, due }) => ({
      title: `What is due in ${monthWords(month)}`,
      body: dueText(month, due),
      ...(isOnlyOfSupervisor(due)
        ? { path: '/supervision', linkLabel: 'Open your supervision' }
        : { path: '/portfolio', linkLabel: 'Open your portfolio' }),
    }),
  },
}
