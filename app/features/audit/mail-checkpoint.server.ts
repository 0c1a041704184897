import { findLastCheckpoint } from '#app/db/audit-chain.server.ts'
import { checkpointLine } from '#app/domain/audit/checkpoint.ts'
import { utcDay } from '#app/domain/portfolio/days.ts'
import { settings } from '#app/env.server.ts'
import { sendMail } from '#app/integrations/mail.server.ts'

/**
 * Mails the last checkpoint to the witness, where there is one: every day, so that a day without the mail is itself a sign. It may go
 * twice after a failure, with the same words under the same Message-ID, which does no harm here.
 * @returns whether it was sent.
 */
export async function mailCheckpoint(now: Date): Promise<boolean> {
  const { AUDIT_WITNESS: address, appUrl } = settings()
  if (!address) return false
  const checkpoint = await findLastCheckpoint()
  if (!checkpoint) return false
  const { host } = new URL(appUrl)
  await sendMail({
    messageId: `<audit-checkpoint-${checkpoint.position}-${utcDay(now)}@${host}>`,
    to: { name: 'Witness', address },
    subject: `Audit checkpoint ${checkpoint.position} of ${host}`,
    text: [
      `The audit trail of ${appUrl} had ${checkpoint.position} sealed entries on ${checkpoint.signedAt}.`,
      '',
      'Please keep this mail where nobody who runs the installation can change it. It says nothing about anybody. Should the trail ever be in doubt, the line below shows whether it was rewritten:',
      '',
      checkpointLine(checkpoint),
      '',
    ].join('\n'),
    now,
  })
  return true
}
