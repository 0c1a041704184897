import { type AgreementPage, readAgreementPage, requestAgreementNow } from '#app/db/agreement.server.ts'
import { transact } from '#app/db/client.server.ts'
import { cohortsOf } from '#app/db/cohorts.server.ts'
import type { Actor } from '#app/domain/people.ts'

export type AgreementView = AgreementPage
export type ShownReport = NonNullable<AgreementPage['shown']>
export type ReportBody = NonNullable<ShownReport['body']>

/**
 * How far a cohort's markers agree on one vignette, as it was last worked out.
 * @param vignetteSlug null for the vignette with most double-marked scripts.
 * @throws 404 for a cohort out of the actor's reach, and for a vignette that it does not have.
 */
export async function viewAgreement(
  actor: Actor,
  cohortId: string,
  vignetteSlug: string | null,
): Promise<AgreementView> {
  const page = await readAgreementPage(cohortId, cohortsOf(actor), vignetteSlug)
  if (!page) throw new Response('There is no such cohort.', { status: 404 })
  if (vignetteSlug !== null && !page.shown) throw new Response('This cohort has no such vignette.', { status: 404 })
  return page
}

/**
 * Has the report on a vignette worked out again, at once. Throws 404 as `viewAgreement` does.
 * @returns the vignette's slug.
 */
export async function computeAgain(
  actor: Actor,
  cohortId: string,
  vignetteSlug: string | null,
): Promise<{ slug: string }> {
  const { shown } = await viewAgreement(actor, cohortId, vignetteSlug)
  if (!shown) throw new Response('This cohort has no vignette that people mark.', { status: 404 })
  const { vignetteId, slug } = shown
  await transact((tx) => requestAgreementNow(tx, { cohortId, vignetteId }))
  return { slug }
}
