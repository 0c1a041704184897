import { createTransport, type Transporter } from 'nodemailer'
import { putIntoMailbox } from '#app/db/mailbox.server.ts'
import { settings } from '#app/env.server.ts'
import type { Invitation } from './icalendar.server.ts'

export type Mail = {
  /** Stable, so that a mail server or reader can see that a second copy is the same mail. */
  messageId: string
  to: { name: string; address: string }
  subject: string
  text: string
  headers?: Record<string, string>
  /** For the calendar of whoever gets it. */
  invitation?: Invitation
  now: Date
}

/** A mail that did not go out. `surely` when the server cannot have accepted it; otherwise nobody knows. */
export class MailError extends Error {
  readonly surely: boolean
  /** Trying again would end the same way: the server refused this mail for good. */
  readonly isFinal: boolean
  /** For staff. It may name the address, so it is no part of the message, which is logged. */
  readonly reason: string

  constructor(cause: SmtpError) {
    super('The mail server did not confirm that it took the mail.')
    this.reason = cause.message.slice(0, 500)
    this.surely = wasSurelyNotAccepted(cause)
    this.isFinal = (cause.responseCode ?? 0) >= 500
  }
}

/** Without an SMTP server a mail goes to the development mailbox, shown at /dev/mail. */
export const hasMailServer = () => settings().SMTP_URL !== undefined

let transport: Transporter | undefined

/**
 * Sends one mail.
 * @throws MailError, which says whether the mail may have gone all the same.
 */
export async function sendMail({ now, headers, invitation, ...mail }: Mail): Promise<void> {
  if (!hasMailServer())
    return putIntoMailbox({ ...mail, to: mail.to.address, calendar: invitation?.content ?? null, now })
  transport ??= createTransport({
    url: settings().SMTP_URL,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
  })
  try {
    // Reports and out-of-office replies to these mails help nobody.
    await transport.sendMail({
      ...mail,
      from: settings().MAIL_FROM,
      headers: { 'Auto-Submitted': 'auto-generated', ...headers },
      // Beside the text, where mail programs look for it, and as a file for those that do not.
      ...(invitation && { icalEvent: { ...invitation, filename: 'session.ics' } }),
    })
  } catch (error) {
    throw new MailError(error as SmtpError)
  }
}

/** Closes what is open, and forgets the server: the next mail goes by the settings as they are then. */
export function closeMail(): void {
  transport?.close()
  transport = undefined
}

type SmtpError = Error & { code?: string; responseCode?: number; syscall?: string; timeoutType?: string }

const CODES_BEFORE_ACCEPTANCE = ['EDNS', 'EAUTH', 'ETLS', 'EENVELOPE']

/**
 * A server that answers with an error code did not take the mail, and a connection that never came about carried none. A
 * connection that breaks later may have broken after the server took the mail and before it could say so.
 */
const wasSurelyNotAccepted = ({ code = '', responseCode = 0, syscall, timeoutType = 'SOCKET_TIMEOUT' }: SmtpError) =>
  responseCode >= 400 ||
  syscall === 'connect' ||
  CODES_BEFORE_ACCEPTANCE.includes(code) ||
  (code === 'ETIMEDOUT' && timeoutType !== 'SOCKET_TIMEOUT')
