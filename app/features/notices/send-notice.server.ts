import { issueSigningCode, issueSupervisorLink } from '#app/auth/supervisor-link.server.ts'
import { issueToken } from '#app/auth/tokens.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { type OutboxMail, saveInDoubt, saveNotAccepted, saveSent, takeForSending } from '#app/db/outbox.server.ts'
import type { NoticeParams } from '#app/domain/notices.ts'
import { settings } from '#app/env.server.ts'
import { writeInvitation } from '#app/integrations/icalendar.server.ts'
import { MailError, sendMail } from '#app/integrations/mail.server.ts'
import { isAccountMailKind, type Purpose } from './account-mails.ts'
import { composeAccountMail, composeNotice, type Letter } from './compose-mail.server.ts'
import { isNoticeKind } from './kinds.ts'

/**
 * Sends the mail of one notice, at most once by itself. It is marked as `sending` and committed before the server is asked,
 * so that a crash in between leaves a trace; what is found in that state stays for staff to decide.
 * @throws MailError when it surely did not go and is worth another try.
 */
export async function sendNotice(noticeId: string, now: Date): Promise<void> {
  const taken = await transact(async (tx) => {
    const mail = await takeForSending(tx, noticeId, now)
    return mail && { mail, letter: await compose(tx, mail, now) }
  })
  if (!taken) return
  const { mail, letter } = taken
  try {
    await sendMail({
      messageId: `<${mail.id}@${new URL(settings().appUrl).hostname}>`,
      to: { name: mail.name, address: mail.email },
      ...letter,
      now,
    })
  } catch (error) {
    return recordFailure(noticeId, error)
  }
  await saveSent(noticeId, now)
}

async function recordFailure(noticeId: string, error: unknown): Promise<void> {
  if (!(error instanceof MailError)) throw error
  if (!error.surely) return saveInDoubt(noticeId, error.reason)
  await saveNotAccepted(noticeId, error.reason)
  if (!error.isFinal) throw error
}

/**
 * The secret of a link is made here, as the mail is sent: it stands in the mail, and its hash in the database, and in no queue,
 * notice or log on the way. A mail that is tried again carries a new one.
 */
async function compose(tx: Db, mail: OutboxMail, now: Date): Promise<Letter> {
  const { userId, kind, params, name } = mail
  // The parameters are those of this kind: notify() and sendAccountMail() are the only writers, and their types say so.
  if (isNoticeKind(kind)) return { ...composeNotice(kind, params as never, { userId, name }), ...invitationIn(mail) }
  if (isAccountMailKind(kind))
    return composeAccountMail(kind, params as never, name, (purpose) => issueSecret(tx, mail, purpose, now))
  throw new Error(`There is no text for notices of the kind ${kind}.`)
}

/** What a mail about a live session carries for the calendar of its reader. */
function invitationIn({ kind, params, name, email }: OutboxMail): Pick<Letter, 'invitation'> {
  const { event } = params as Partial<NoticeParams['session-changed']>
  return kind === 'session-changed' && event ? { invitation: writeInvitation(event, { name, email }) } : {}
}

function issueSecret(tx: Db, { userId, params }: OutboxMail, purpose: Purpose, now: Date): Promise<string> {
  if (purpose === 'countersign') return issueSupervisorLink(tx, userId, now)
  if (purpose === 'signing_code') return issueSigningCode(tx, (params as { linkId: string }).linkId, now)
  return issueToken(tx, userId, purpose, now)
}
