import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '#app/db/client.server.ts'
import { insertCredentials, insertSigned, type NewCredential } from '#app/db/credentials.server.ts'
import { insertCredentialEvents } from '#app/db/held-for-change.server.ts'
import type { NewEntry } from '#app/db/status-lists.server.ts'
import { ISSUER } from '#app/domain/certificate.ts'
import { type BadgeFacts, buildBadge } from '#app/domain/credential/build-badge.ts'
import { listAddress } from '#app/domain/credential/status-list.ts'
import { settings } from '#app/env.server.ts'
import { ownDid } from '../issuer/own-did.server.ts'
import { signingKey } from '../issuer/signing-key.server.ts'
import { verificationAddress } from '../verification-address.server.ts'
import { drawPlaces } from './draw-places.server.ts'
import { signedText } from './signed-text.server.ts'

/** A credential of any kind: the row that stands for it, and what its signed form says besides. */
export type CredentialToIssue = {
  row: NewCredential
  holderEmail: string
  said: Pick<BadgeFacts, 'achievement' | 'evidence' | 'hoursClaimed' | 'activity'>
}

/** By whom and why others are replaced; absent for what follows by itself. */
export type Replacing = { actorId: string; reason: string }

/**
 * Issues credentials in the caller's transaction: each with its row, its places on the status lists and its signed form, which our own
 * verifier has looked at. One that takes the place of another ends that one. Decisions, audit entries and notices are the caller's.
 * @returns their ids by their numbers.
 */
export async function issueCredentials(
  tx: Db,
  credentials: readonly CredentialToIssue[],
  now: Date,
  replacing?: Replacing,
): Promise<Map<string, string>> {
  if (credentials.length === 0) return new Map()
  const signer = await signingKey(tx, now)
  const ids = await insertCredentials(
    tx,
    credentials.map(({ row }) => row),
  )
  const places = await drawPlaces(tx, [...ids.values()], now)
  const signed = []
  for (const credential of credentials) {
    const credentialId = ids.get(credential.row.number) ?? ''
    const badge = buildBadge(badgeFacts(credential, places.get(credentialId) ?? []))
    const document = await signedText(badge, signer, now)
    signed.push({ credentialId, version: 1, document, issuerDid: ownDid(), keyId: signer.publicKey, signedAt: now })
  }
  await insertSigned(tx, signed)
  const replaced = credentials.flatMap(({ row }) => row.supersedesId ?? [])
  await insertCredentialEvents(
    tx,
    replaced.map((credentialId) => ({ credentialId, kind: 'superseded', at: now, ...replacing })),
  )
  return ids
}

function badgeFacts({ row, holderEmail, said }: CredentialToIssue, places: readonly NewEntry[]): BadgeFacts {
  const { appUrl } = settings()
  return {
    ...said,
    number: row.number,
    address: verificationAddress(row.number),
    issuer: { did: ownDid(), name: ISSUER, url: appUrl },
    holder: { name: row.holderName, ...saltedHash(holderEmail) },
    validFrom: row.validFrom,
    validUntil: row.validUntil,
    status: places.map(({ purpose, listName, position }) => ({
      purpose,
      list: listAddress(appUrl, listName),
      position,
    })),
  }
}

/** As Open Badges 3.0 hashes an identity: the salt stands after it. A salt for each credential, so that two of one person are not told to be. */
function saltedHash(email: string): { emailHash: string; salt: string } {
  const salt = randomBytes(16).toString('base64url')
  return {
    salt,
    emailHash: createHash('sha256')
      .update(email + salt)
      .digest('hex'),
  }
}
