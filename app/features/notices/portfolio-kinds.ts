import { monthWords } from '#app/domain/pathway/days.ts'
import { inNumber } from '#app/domain/wording.ts'
import { dueText, isOnlyOfSupervisor } from './due-words.ts'
import type { Kinds } from './kind.ts'

const overdueForms = {
  one: 'One recording of yours should have been destroyed by now. Destroy it where you keep it, and say so on the page of the clip.',
  other:
    '{n} recordings of yours should have been destroyed by now. Destroy them where you keep them, and say so on the page of each clip.',
}

const dueForms = {
  one: 'One recording of yours must be destroyed within two weeks. Destroy it where you keep it, and say so on the page of the clip.',
  other:
    '{n} recordings of yours must be destroyed within two weeks. Destroy them where you keep them, and say so on the page of each clip.',
}

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
      title: inNumber(count, { one: 'An entry is countersigned', other: '{n} entries are countersigned' }),
      body: inNumber(
        count,
        {
          one: '{supervisorName} has signed an entry of your portfolio. A signed entry counts as it stands; a correction would take the signature away.',
          other:
            '{supervisorName} has signed {n} entries of your portfolio. A signed entry counts as it stands; a correction would take the signature away.',
        },
        { supervisorName },
      ),
      path: '/portfolio/countersigning',
      linkLabel: 'See what is signed',
    }),
  },
  'entries-returned': {
    setting: 'a supervisor refuses an entry or asks for a correction',
    write: ({ supervisorName, count }) => ({
      title: inNumber(count, {
        one: 'An entry came back from your supervisor',
        other: '{n} entries came back from your supervisor',
      }),
      body: inNumber(
        count,
        {
          one: '{supervisorName} has not signed an entry of your portfolio, and says why.',
          other: '{supervisorName} has not signed {n} entries of your portfolio, and says why.',
        },
        { supervisorName },
      ),
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
      body: inNumber(count, isOverdue ? overdueForms : dueForms),
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
