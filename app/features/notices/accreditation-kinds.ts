import { dayWords } from '#app/domain/pathway/days.ts'
import { inNumber } from '#app/domain/wording.ts'
import type { Kinds } from './kind.ts'
import { renewalText } from './renewal-words.ts'

const credentialTitles = {
  suspended: 'Something of yours is suspended',
  lifted: 'A suspension was lifted',
  revoked: 'Something of yours was revoked',
}
/** By how many other ones of the same person were changed with it. */
const credentialForms = {
  suspended: {
    none: 'Accreditation staff have suspended your “{title}”.',
    one: 'Accreditation staff have suspended your “{title}” and another one.',
    other: 'Accreditation staff have suspended your “{title}” and {n} others.',
  },
  lifted: {
    none: 'Accreditation staff have lifted the suspension of your “{title}”.',
    one: 'Accreditation staff have lifted the suspension of your “{title}” and of another one.',
    other: 'Accreditation staff have lifted the suspension of your “{title}” and of {n} others.',
  },
  revoked: {
    none: 'Accreditation staff have revoked your “{title}”.',
    one: 'Accreditation staff have revoked your “{title}” and another one.',
    other: 'Accreditation staff have revoked your “{title}” and {n} others.',
  },
}

function credentialSentence(change: keyof typeof credentialForms, title: string, others: number): string {
  const { none, ...forms } = credentialForms[change]
  return inNumber(others, others === 0 ? { one: none, other: none } : forms, { title })
}

/** What is told about applications, and about what is issued. */
export const accreditationKinds: Kinds<
  | 'certificate-issued'
  | 'status-issued'
  | 'release-waits'
  | 'release-returned'
  | 'application-waits'
  | 'application-moved'
  | 'credential-changed'
  | 'correction-answered'
  | 'renewal-due'
  | 'status-lapsed'
> = {
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
      body: 'A status that you prepared was not released. Its page says why, and you can prepare it again.',
      path,
      linkLabel: 'Read the reason',
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
  'credential-changed': {
    setting: 'a certificate or status of mine is suspended, lifted or revoked',
    write: ({ title, number, change, count }) => ({
      title: credentialTitles[change],
      body: `${credentialSentence(change, title, count - 1)} The page says why, for you and the staff alone; whoever checks the number sees that it was done and not why.`,
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
  'renewal-due': {
    setting: 'a status of mine ends: twelve, six, three and one months ahead',
    write: (renewal) => ({ ...renewalText(renewal), path: '/progress/application', linkLabel: 'See your status' }),
  },
  'status-lapsed': {
    setting: 'a status of mine has lapsed',
    write: ({ title, validUntil }) => ({
      title: `Your status “${title}” has lapsed`,
      body: `It ended on ${dayWords(validUntil)} and was not renewed in the time for it, so it has lapsed, with what was issued for it. That is not a revocation. You can apply for it afresh, by the whole pathway; what you have in your portfolio counts there.`,
      path: '/progress/application',
      linkLabel: 'See your status',
    }),
  },
}
