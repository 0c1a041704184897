import { z } from 'zod'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { insertCorrection } from '#app/db/corrections.server.ts'
import { findCredentialRow } from '#app/db/credential-page.server.ts'
import { holdCredentialsOf } from '#app/db/held-for-change.server.ts'
import { whyNoCorrection } from '#app/domain/credential/desk-rules.ts'
import { credentialState } from '#app/domain/credential/state.ts'
import { parseCertificateNumber } from '#app/domain/identifiers.ts'
import type { Actor } from '#app/domain/people.ts'
import type { Confirmation } from '#app/domain/screen/confirmations.ts'
import { auditedConfirmations } from '#app/screen/audited-confirmations.ts'

export const correctionForm = z.object({
  text: z
    .string()
    .trim()
    .min(10, 'Say what is wrong, and what it should say.')
    .max(1000, 'Use at most 1,000 characters.'),
})

/**
 * Asks staff to issue one's own certificate or status again, with the name as it stands in the account. Asked twice at once, it is asked
 * once.
 * @returns why not, or null. Throws 404 for anybody else's.
 */
export function askCorrection(
  holder: Actor,
  typedNumber: string,
  { text }: z.output<typeof correctionForm>,
  now: Date,
  confirmed: readonly Confirmation[] = [],
): Promise<string | null> {
  const reading = parseCertificateNumber(typedNumber)
  return transact(async (tx) => {
    await holdCredentialsOf(tx, holder.id)
    const row = 'number' in reading ? await findCredentialRow(reading.number, { holderId: holder.id }, tx) : null
    if (!row) throw new Response('There is no such certificate.', { status: 404 })
    const isOpen = row.corrections.some(({ closedAt }) => closedAt === null)
    const because = whyNoCorrection(credentialState(row, now).state, isOpen)
    if (because) return because
    const id = await insertCorrection(tx, row.id, text, now)
    await recordAudit(tx, {
      ...{ actor: holder, action: 'correction.asked', object: { kind: 'correction', id }, at: now },
      details: { number: row.number, ...auditedConfirmations(confirmed) },
    })
    return null
  })
}
