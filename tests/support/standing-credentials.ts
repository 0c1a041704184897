import { db, transact } from '#app/db/client.server.ts'
import type { NewCredential } from '#app/db/credentials.server.ts'
import { courseAchievement, courseEvidence } from '#app/domain/credential/course-achievement.ts'
import { didDocument } from '#app/domain/credential/did.ts'
import { openBadgeSchema } from '#app/domain/credential/open-badge.ts'
import { CERTIFICATE_RANDOM_BYTES, certificateNumber } from '#app/domain/identifiers.ts'
import type { Actor } from '#app/domain/people.ts'
import { ownDid } from '#app/features/credentials/issuer/own-did.server.ts'
import { signedFile } from '#app/features/credentials/signed-file.server.ts'
import { checkStatus } from '#app/features/credentials/signing/check-status.ts'
import { issueCredentials } from '#app/features/credentials/signing/issue-credentials.server.ts'
import { viewStatusList } from '#app/features/credentials/signing/view-status-list.server.ts'
import { issuerSigner } from '#app/integrations/issuer-key.server.ts'
import { appUrl, course } from './badges.ts'
import { publish } from './published.ts'

const YEARS = 5

/** Somebody's practitioner statuses, one for each of three pathways. @returns their numbers. */
export async function statusesOf(holder: Actor, issuedAt: Date): Promise<string[]> {
  const validUntil = new Date(issuedAt)
  validUntil.setUTCFullYear(validUntil.getUTCFullYear() + YEARS)
  const { versionId } = await publish('pathway', { slug: 'practitioner' })
  const numbers: string[] = []
  for (const random of [1, 2, 3]) {
    const number = certificateNumber(new Uint8Array(CERTIFICATE_RANDOM_BYTES).fill(random))
    const { id: applicationId } = await db().application.create({
      data: {
        userId: holder.id,
        pathwayVersionId: versionId,
        appliedAt: issuedAt,
        state: 'approved',
        closedAt: issuedAt,
      },
    })
    const { id: statusRecordId } = await db().statusRecord.create({
      data: {
        ...{ userId: holder.id, applicationId, pathwaySlug: 'practitioner', title: 'MBT practitioner' },
        ...{ grantedOn: issuedAt, validUntil },
      },
    })
    const row: NewCredential = {
      ...{
        number,
        kind: 'practitioner_status',
        userId: holder.id,
        holderName: holder.name,
        title: 'MBT practitioner',
      },
      ...{ validFrom: issuedAt, validUntil, issuedAt, statusRecordId },
    }
    const said = {
      achievement: courseAchievement(course, appUrl),
      evidence: courseEvidence(course),
      hoursClaimed: undefined,
      activity: undefined,
    }
    await transact((tx) => issueCredentials(tx, [{ row, holderEmail: holder.email, said }], issuedAt))
    numbers.push(number)
  }
  return numbers
}

/** What somebody finds who has the file of this number, by its signed lists as they are at this moment. */
export async function statusFinding(number: string, at: Date): Promise<string> {
  const badge = openBadgeSchema.parse(JSON.parse((await signedFile(number)).text))
  const document = didDocument(ownDid(), [
    { id: issuerSigner().publicKey, adoptedAt: at, retiredAt: null, revokedAt: null },
  ])
  const { because } = await checkStatus(badge, {
    now: at,
    issuerOf: () => ({ document, isOurs: true }),
    statusList: async (address) => JSON.parse(await viewStatusList(address.split('/').at(-1) ?? '', at)),
  })
  return because
}
