import { newSecret } from '#app/auth/tokens.server.ts'
import { transact } from '#app/db/client.server.ts'
import { saveInvitationState, takeInvitation } from '#app/db/seats.server.ts'
import { hashSecret } from '#app/db/sessions.server.ts'
import { settings } from '#app/env.server.ts'
import { MailError, sendMail } from '#app/integrations/mail.server.ts'

/**
 * Writes to somebody without an account that a seat is theirs, at most once by itself: the state is committed before the server is
 * asked. The secret of the link is made here, so that it stands in the mail and its hash in the database, and nowhere else.
 * @throws MailError when it surely did not go and is worth another try.
 */
export async function sendSeatInvitation(seatId: string, now: Date): Promise<void> {
  const secret = newSecret()
  const mail = await transact((tx) => takeInvitation(tx, seatId, hashSecret(secret)))
  if (!mail) return
  const { appUrl } = settings()
  try {
    await sendMail({
      messageId: `<seat-${seatId}@${new URL(appUrl).hostname}>`,
      to: { name: '', address: mail.email },
      subject: `${mail.organisationName} offers you a seat of “${mail.title}”`,
      text: textOf(mail, `${appUrl}/claim/${secret}`),
      now,
    })
  } catch (error) {
    if (!(error instanceof MailError)) throw error
    // One that may have gone stays in `sending`, and is not sent again.
    if (error.surely) await saveInvitationState(seatId, 'failed')
    if (error.surely && !error.isFinal) throw error
    return
  }
  await saveInvitationState(seatId, 'sent')
}

const textOf = ({ organisationName, title }: { organisationName: string; title: string }, link: string) => `Hello,

${organisationName} pays for a seat on “${title}” for you on Stance, the learning platform for Mentalization-Based Therapy. The link shows what the course is and who pays. To take the seat, create an account or sign in, and come back to this link.

See your seat:
${link}

${organisationName} gave us your address for this mail. If you do nothing, nothing happens; when the seat is taken back, we erase the address.

Stance
${settings().appUrl}
`
