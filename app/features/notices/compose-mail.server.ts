import type { AccountMailKind, AccountMailParams, NoticeKind, NoticeParams, Path } from '#app/domain/notices.ts'
import { settings } from '#app/env.server.ts'
import type { Mail } from '#app/integrations/mail.server.ts'
import { accountMail, type Purpose } from './account-mails.ts'
import { noticeText } from './kinds.ts'
import { stopPath } from './stop-link.server.ts'

export type Letter = Pick<Mail, 'subject' | 'text' | 'headers' | 'invitation'>
type Content = { body: string; linkLabel: string; path: Path; closing: string }

const letter = (name: string, { body, linkLabel, path, closing }: Content) =>
  `Dear ${name},\n\n${body}\n\n${linkLabel}:\n${settings().appUrl}${path}\n\n${closing}\n\nStance\n${settings().appUrl}\n`

/**
 * The mail for a notice. It can be stopped from where it is read, by a link or by the mail program's own button (RFC 8058): that one
 * sends a POST, which a program that only opens links does not.
 */
export function composeNotice<K extends NoticeKind>(
  kind: K,
  params: NoticeParams[K],
  { userId, name }: { userId: string; name: string },
): Letter {
  const { title, ...content } = noticeText(kind, params)
  const { appUrl } = settings()
  const stop = `${appUrl}${stopPath(userId, kind)}`
  const closing = `You choose which mails you get at ${appUrl}/settings/notices.\nTo get no more of this kind, without signing in: ${stop}`
  return {
    subject: title,
    text: letter(name, { ...content, closing }),
    headers: { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  }
}

/**
 * The mail about an account.
 * @param issue makes the secret that the mail carries, in its link or as a code, where it has one.
 */
export async function composeAccountMail<K extends AccountMailKind>(
  kind: K,
  params: AccountMailParams[K],
  name: string,
  issue: (purpose: Purpose) => Promise<string>,
): Promise<Letter> {
  const { write, link } = accountMail(kind, params)
  const secret = 'opens' in link ? await issue(link.opens) : ''
  const { subject, ...content } = write(secret)
  const path = 'opens' in link ? link.path(secret) : link.path
  return { subject, text: letter(name, { ...content, path }) }
}
