import { z } from 'zod'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { insertAdoptedCut } from '#app/db/standards.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { CUT_BASES } from '#app/domain/standard-setting/proposed-cut.ts'
import { viewStandard } from './view-standard.server.ts'

const LEAST_REASON = 20

export const adoptForm = z.object({
  basis: z.enum(CUT_BASES, { error: 'Choose what the cut rests on.' }),
  value: z
    .string()
    .trim()
    .regex(/^[1-7]([.,]\d{1,2})?$/, 'Give a level from 1 to 7, with two decimals at most.')
    .transform((typed) => Number(typed.replace(',', '.')))
    .refine((value) => value <= 7, 'Give a level from 1 to 7, with two decimals at most.'),
  reason: z
    .string()
    .trim()
    .min(LEAST_REASON, 'Say in a sentence why this is the standard, for whoever asks later.')
    .max(5000, 'Use at most 5,000 characters.'),
})

/**
 * Adopts a cut for a cohort's answers to a vignette, with the reason. Methods propose and a person decides: the value may differ from the
 * proposal, whose figures are kept beside it. It holds for marks that are decided from now on; nothing is decided again.
 * @returns why not, where the method has no result (any more).
 * @throws 404 for a cohort out of the actor's reach, and for a vignette that it does not have.
 */
export async function adoptCut(
  actor: Actor,
  { cohortId, vignetteSlug }: { cohortId: string; vignetteSlug: string },
  { basis, value, reason }: z.output<typeof adoptForm>,
  now: Date,
): Promise<{ refused: string } | { done: true }> {
  const { shown, isLed } = await viewStandard(actor, cohortId, vignetteSlug)
  if (!isLed) throw new Response('There is no such cohort.', { status: 404 })
  const proposal = shown?.proposals.find((proposed) => proposed.basis === basis)
  if (!shown || !proposal) return { refused: 'This method has no result to rest a cut on.' }
  const { vignetteId } = shown
  const { scale, figures } = proposal
  await transact(async (tx) => {
    const kept = { kind: basis, ...figures }
    const cut = { cohortId, vignetteId, scale, value, basis: kept, reason, adoptedById: actor.id, now }
    const id = await insertAdoptedCut(tx, cut)
    await recordAudit(tx, {
      actor,
      action: 'cut.adopted',
      object: { kind: 'adopted_cut', id },
      details: { cohortId, vignetteId, scale, value, basis },
      at: now,
    })
  })
  return { done: true }
}
