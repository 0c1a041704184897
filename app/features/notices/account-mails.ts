import type { AccountMailKind, AccountMailParams, Path } from '#app/domain/notices.ts'
import { inNumber } from '#app/domain/wording.ts'

export type AccountMailText = { subject: string; body: string; linkLabel: string; closing: string }

/** What a mailed secret is good for: a link, or a code that is typed into the page that asked for it. */
export type Purpose = 'confirm_email' | 'reset_password' | 'invitation' | 'countersign' | 'signing_code'

type AccountMail<Params> = {
  /** @param secret where the mail carries one. */
  write: (params: Params, secret: string) => AccountMailText
  /** Where its link leads: to a fixed page, or to one that a secret opens, made when the mail is sent. */
  link: { path: Path } | { opens: Purpose; path: (secret: string) => Path }
}

const NOT_YOU = 'If this was not you, you need not do anything: nothing happens without the link above.'

const mails: { [K in AccountMailKind]: AccountMail<AccountMailParams[K]> } = {
  'confirm-email': {
    write: () => ({
      subject: 'Confirm your e-mail address',
      body: 'Welcome to Stance. Please confirm that this address is yours. The link works once, within 24 hours.',
      linkLabel: 'Confirm my address',
      closing: NOT_YOU,
    }),
    link: { opens: 'confirm_email', path: (secret) => `/confirm/${secret}` },
  },
  'account-exists': {
    write: () => ({
      subject: 'You already have an account',
      body: 'Somebody, probably you, tried to sign up with this address. It already has an account, so nothing was changed. You can sign in, or choose a new password, which also confirms the address.',
      linkLabel: 'Choose a new password',
      closing: 'If this was not you, you need not do anything.',
    }),
    link: { path: '/reset-password' },
  },
  'reset-password': {
    write: () => ({
      subject: 'Choose a new password',
      body: 'Here is the link to choose a new password. It works once, within one hour. Choosing one signs you out everywhere else.',
      linkLabel: 'Choose a new password',
      closing: NOT_YOU,
    }),
    link: { opens: 'reset_password', path: (secret) => `/reset-password/${secret}` },
  },
  'password-changed': {
    write: () => ({
      subject: 'Your password was changed',
      body: 'The password of your account was changed, and your other sessions were ended.',
      linkLabel: 'If this was not you, choose a new password now',
      closing: 'If it was you, you need not do anything.',
    }),
    link: { path: '/reset-password' },
  },
  invitation: {
    write: ({ inviter }) => ({
      subject: 'You are invited to Stance',
      body: `${inviter} has made an account for you on Stance, the learning platform for Mentalization-Based Therapy. Choose a password to begin. The link works once, within 7 days.`,
      linkLabel: 'Choose a password',
      closing: 'If you did not expect this, ask your training organisation before you follow the link.',
    }),
    link: { opens: 'invitation', path: (secret) => `/invitation/${secret}` },
  },
  countersigning: {
    write: ({ entries, supervisees, isAskedFor }) => ({
      subject: inNumber(entries, {
        one: 'An entry waits for your signature',
        other: '{n} entries wait for your signature',
      }),
      body: inNumber(supervisees, {
        one: 'A supervisee asks you to countersign what was done under your supervision. The link shows each entry as it was put before you. It is yours alone and works for 14 days; to sign, you have a code sent to this address.',
        other:
          '{n} supervisees ask you to countersign what was done under your supervision. The link shows each entry as it was put before you. It is yours alone and works for 14 days; to sign, you have a code sent to this address.',
      }),
      linkLabel: 'Read and answer',
      closing: `${isAskedFor ? 'You get this link because a new one was asked for on the page of one that had expired.' : 'You get this mail at most once a day.'} If you supervise nobody who trains here, please tell the training organisation and do not follow the link.`,
    }),
    link: { opens: 'countersign', path: (secret) => `/countersign/${secret}` },
  },
  'signing-code': {
    write: (_, code) => ({
      subject: `${code} is your code for signing`,
      body: `The code is ${code}. Type it into the page that asked for it. It works once, within 15 minutes.`,
      linkLabel: 'Or sign in, which needs no code',
      closing: 'If you asked for no code, somebody else has your personal link: please tell the training organisation.',
    }),
    link: { opens: 'signing_code', path: () => '/sign-in?next=/supervision' },
  },
}

export const isAccountMailKind = (kind: string): kind is AccountMailKind => Object.hasOwn(mails, kind)

/** @param params as `sendAccountMail` wrote them for this kind. */
export const accountMail = <K extends AccountMailKind>(kind: K, params: AccountMailParams[K]) => ({
  write: (secret: string) => mails[kind].write(params, secret),
  link: mails[kind].link,
})
