import { createHash } from 'node:crypto'
import { readCandidates } from '#app/db/candidates.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { type CertificatePreview, previewCertificates } from '../preview-certificates.server.ts'
import { requireOfficer } from '../require-officer.server.ts'

/** As many as one batch issues. */
export const MAX_BATCH = 1000

export type BatchFilter = { course?: string | undefined; name?: string | undefined }

export type BatchPreview = {
  ready: Extract<CertificatePreview, { canIssue: true }>[]
  refused: Extract<CertificatePreview, { canIssue: false }>[]
  /** Of all who wait and match: more than `MAX_BATCH` go into a further batch. */
  total: number
  /** Changes with whoever is in it and with every word of what they get: what is confirmed is what was seen. */
  seen: string
}

/** What the certificates of everybody would say who waits and matches, those who wait longest first, and who cannot be issued one and why. */
export async function previewBatch(officer: Actor, { course, name }: BatchFilter): Promise<BatchPreview> {
  requireOfficer(officer)
  const query = { state: 'waiting', courseSlug: course, name, limit: MAX_BATCH, offset: 0 } as const
  const { candidates, total } = await readCandidates(query)
  const previews = await previewCertificates(
    officer,
    candidates.map(({ enrolmentId }) => enrolmentId),
  )
  const ready = previews.filter((preview) => preview.canIssue)
  return {
    ready,
    refused: previews.filter((preview) => !preview.canIssue),
    total,
    seen: createHash('sha256')
      .update(JSON.stringify(ready.map(({ enrolmentId, seen }) => [enrolmentId, seen]).toSorted()))
      .digest('base64url'),
  }
}
