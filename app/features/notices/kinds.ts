import type { NoticeKind, NoticeParams, Path, SessionChange } from '#app/domain/notices.ts'
import { dayWords, monthWords } from '#app/domain/pathway/days.ts'
import { dueText, isOnlyOfSupervisor } from './due-words.ts'
import { renewalText } from './renewal-words.ts'

/** What a person reads: on their notices page, and as the mail's subject, text and link. */
export type NoticeText = { title: string; body: string; path: Path; linkLabel: string }

type Kind<Params> = {
  /** How the settings name it: "Mail me when …". */
  setting: string
  write: (params: Params) => NoticeText
}

const credentialTitles = {
  suspended: 'Something of yours is suspended',
  lifted: 'A suspension was lifted',
  revoked: 'Something of yours was revoked',
}
const credentialWords = {
  suspended: 'Accreditation staff have suspended',
  lifted: 'Accreditation staff have lifted the suspension of',
  revoked: 'Accreditation staff have revoked',
}

const kinds: { [K in NoticeKind]: Kind<NoticeParams[K]> } = {
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
  'certificate-issued': {
    setting: 'a certificate is issued to me',
    write: ({ courseTitle, certificateNumber }) => ({
      title: 'Your certificate has been issued',
      body: `Your certificate for “${courseTitle}” has the number ${certificateNumber}. You can download it, and anybody can verify it by its number.`,
      path: '/certificates',
      linkLabel: 'Open your certificates',
    }),
  },
  'status-issued': {
    setting: 'a status or a specialist note is issued to me',
    write: ({ title, number }) => ({
      title: 'Your status has been issued',
      body: `“${title}” is issued to you with the number ${number}. You can download it, and anybody can verify it by its number.`,
      path: '/certificates',
      linkLabel: 'Open your certificates',
    }),
  },
  'release-waits': {
    setting: 'a status that somebody prepared waits to be released',
    write: ({ path }) => ({
      title: 'A status waits to be released',
      body: 'Another officer has prepared a status. It takes two people: please look at what it would say, and release it or send it back.',
      path,
      linkLabel: 'Look at it',
    }),
  },
  'release-returned': {
    setting: 'a status that I prepared is sent back',
    write: ({ path }) => ({
      title: 'A status was sent back to you',
      body: 'A status that you prepared was not released. Its page says why, and you can prepare it anew.',
      path,
      linkLabel: 'Read the reason',
    }),
  },
  'concern-raised': {
    setting: 'somebody raises a patient-safety concern',
    write: ({ concernId }) => ({
      title: 'A patient-safety concern was raised',
      body: 'Somebody has raised a patient-safety concern. Please read it today. What it says stands on the platform only.',
      path: `/concerns/${concernId}`,
      linkLabel: 'Read the concern',
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
  'benchmark-missed': {
    setting: 'a mark of mine was far from a benchmark',
    write: ({ vignetteTitle, path }) => ({
      title: 'One of your scripts was a benchmark',
      body: `A script of “${vignetteTitle}” that you marked was a benchmark, and your mark lies beyond tolerance of the consensus. Please read the two side by side, and practise on further benchmarks before you take new scripts.`,
      path,
      linkLabel: 'Compare the two',
    }),
  },
  'talk-opened': {
    setting: 'a mark of mine differs from that of the other marker',
    write: ({ vignetteTitle, path }) => ({
      title: 'Two marks of a script differ',
      body: `You and another marker have marked a script of “${vignetteTitle}” differently. See where, and agree on a mark or ask a third marker.`,
      path,
      linkLabel: 'See the differences',
    }),
  },
  'talk-answered': {
    setting: 'the other marker does something in a talk of ours',
    write: ({ vignetteTitle, path }) => ({
      title: 'The other marker has answered',
      body: `There is something new in the talk about a script of “${vignetteTitle}” that two of you marked.`,
      path,
      linkLabel: 'Open the talk',
    }),
  },
  'panel-invitation': {
    setting: 'I am invited to an expert panel',
    write: ({ panelTitle, path }) => ({
      title: 'You are invited to an expert panel',
      body: `You are asked for your judgement as a member of the panel “${panelTitle}”. Nobody sees your answers by themselves.`,
      path,
      linkLabel: 'Open the panel',
    }),
  },
  'application-waits': {
    setting: 'an application for a status waits for me',
    write: ({ path }) => ({
      title: 'An application waits',
      body: 'Something in an application for a practitioner status waits for you. Whose it is and what it says stands on the platform only.',
      path,
      linkLabel: 'Open the application',
    }),
  },
  'application-moved': {
    setting: 'there is something new in an application of mine',
    write: ({ pathwayTitle }) => ({
      title: 'Something new in your application',
      body: `There is something new in your application for “${pathwayTitle}”.`,
      path: '/progress/application',
      linkLabel: 'Open your application',
    }),
  },
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
  'credential-changed': {
    setting: 'a certificate or status of mine is suspended, lifted or revoked',
    write: ({ title, number, change, count }) => ({
      title: credentialTitles[change],
      body: `${credentialWords[change]} your “${title}”${count === 1 ? '' : ` and ${count === 2 ? 'another one' : `${count - 1} others`}`}. The page says why, for you and the staff alone; whoever checks the number sees that it was done and not why.`,
      path: `/certificates/${number}/history`,
      linkLabel: 'Read the reason',
    }),
  },
  'correction-answered': {
    setting: 'a correction that I asked for is made or refused',
    write: ({ title, number, isGranted }) => ({
      title: isGranted ? 'Your certificate was issued again' : 'Your certificate was not corrected',
      body: isGranted
        ? `Your “${title}” was issued again with the number ${number}. The number before does not hold any more; both pages say why.`
        : `The correction of your “${title}” that you asked for was not made. The page says why.`,
      path: `/certificates/${number}/history`,
      linkLabel: isGranted ? 'See the new one' : 'Read the reason',
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
  'renewal-due': {
    setting: 'a status of mine ends: twelve, six, three and one months ahead',
    write: (renewal) => ({ ...renewalText(renewal), path: '/progress/application', linkLabel: 'See your status' }),
  },
  'status-lapsed': {
    setting: 'a status of mine has lapsed',
    write: ({ title, validUntil }) => ({
      title: `Your status “${title}” has lapsed`,
      body: `It ended on ${dayWords(validUntil)} and was not renewed in the time for it, so it has lapsed, with what was issued for it. That is no revocation. You can apply for it afresh, by the whole pathway; what you have in your portfolio counts there.`,
      path: '/progress/application',
      linkLabel: 'See your status',
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

export const isNoticeKind = (kind: string): kind is NoticeKind => Object.hasOwn(kinds, kind)

/** @param params as `notify` wrote them for this kind. */
export const noticeText = <K extends NoticeKind>(kind: K, params: NoticeParams[K]): NoticeText =>
  kinds[kind].write(params)

export const noticeSetting = (kind: NoticeKind): string => kinds[kind].setting
