import type { AccountMailKind, AccountMailParams, NoticeKind, NoticeParams, Path } from '#app/domain/notices.ts'
import { settings } from '#app/env.server.ts'
import { accountMail, type Purpose } from './account-mails.ts'
import { noticeText } from './kinds.ts'

export type Letter = { subject: string; text: string }
type Content = { body: string; linkLabel: string; path: Path; closing: string }

const letter = (name: string, { body, linkLabel, path, closing }: Content) =>
  `Dear ${name},\n\n${body}\n\n${linkLabel}:\n${settings().appUrl}${path}\n\n${closing}\n\nStance\n${settings().appUrl}\n`

/** The mail for a notice. */
export function composeNotice<K extends NoticeKind>(kind: K, params: NoticeParams[K], name: string): Letter {
  const { title, ...content } = noticeText(kind, params)
  const closing = `You choose which mails you get at ${settings().appUrl}/settings/notices.`
  return { subject: title, text: letter(name, { ...content, closing }) }
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
