import { createCredential, createList } from '@digitalbazaar/vc-bitstring-status-list'
import { type BadgeFacts, buildBadge } from '#app/domain/credential/build-badge.ts'
import type { KnownIssuer } from '#app/domain/credential/check-issuer.ts'
import { courseAchievement, courseEvidence, type StudiedCourse } from '#app/domain/credential/course-achievement.ts'
import { didDocument, type IssuerKey } from '#app/domain/credential/did.ts'
import { LIST_LENGTH } from '#app/domain/credential/status-list.ts'
import { DAY_MS } from '#app/domain/time.ts'
import { signCredential } from '#app/features/credentials/signing/sign.ts'
import type { Sources } from '#app/features/credentials/signing/verify-badge.ts'
import { signerFrom } from './issuer.ts'

/** Badges without a database: an issuer, what it signs, and what a verifier knows of it. */

export const now = new Date('2026-11-28T12:00:00Z')
export const appUrl = 'https://stance.example'
export const did = 'did:web:stance.example'
export const signer = signerFrom('stance')
export const daysFromNow = (days: number) => new Date(now.getTime() + days * DAY_MS)

export const course: StudiedCourse = {
  slug: 'therapeutic-stance',
  version: 3,
  title: 'Therapeutic stance',
  summary: 'The attitude from which everything else in MBT is done.',
  outcomes: ['ask without already knowing', 'own a mistake'],
  modules: 0,
  lessons: 6,
  questions: 12,
  vignettes: 1,
  completion: { questions: 'all', correctShare: 0.7, vignettes: 'all' },
}

export const list = (purpose: string) => `${appUrl}/credentials/status/${purpose}-1`

export const facts: BadgeFacts = {
  number: 'STN-0000-0000-0000-0000-0',
  address: `${appUrl}/verify/STN-0000-0000-0000-0000-0`,
  issuer: { did, name: 'Stance', url: appUrl },
  holder: { name: 'Noor Łukasiewicz-Ωmega', emailHash: 'ab'.repeat(32), salt: 'a salt' },
  achievement: courseAchievement(course, appUrl),
  evidence: courseEvidence(course),
  hoursClaimed: 1.5,
  activity: { startedAt: daysFromNow(-60), endedAt: daysFromNow(-10) },
  validFrom: daysFromNow(-9),
  validUntil: daysFromNow(365),
  status: [
    { purpose: 'revocation', list: list('revocation'), position: 4_711 },
    { purpose: 'suspension', list: list('suspension'), position: 131_071 },
  ],
}

/** A signed credential, after whatever was changed *before* it was signed. */
export async function signedBadge(change: (badge: Json) => void = () => {}, by: Partial<By> = {}): Promise<Json> {
  const badge = structuredClone(buildBadge(facts)) as Json
  change(badge)
  return signCredential(badge, { did, signer, now: daysFromNow(-9), ...by }) as Promise<Json>
}

type By = Parameters<typeof signCredential>[1]
// biome-ignore lint/suspicious/noExplicitAny: a test reaches into a document wherever it likes
export type Json = Record<string, any>

/** A signed status list on which these positions are set. */
export async function signedList(
  purpose: string,
  set: number[] = [],
  change: (list: Json) => void = () => {},
  by: Partial<By> = {},
) {
  const bits = await createList({ length: LIST_LENGTH })
  for (const position of set) bits.setStatus(position, true)
  const unsigned: Json = {
    ...(await createCredential({ id: list(purpose), list: bits, statusPurpose: purpose })),
    issuer: did,
    validFrom: daysFromNow(-1).toISOString(),
    validUntil: daysFromNow(6).toISOString(),
  }
  change(unsigned)
  return signCredential(unsigned, { did, signer, now: daysFromNow(-1), ...by }) as Promise<Json>
}

export const issuerWith = (keys: readonly Partial<IssuerKey>[] = [{}]): KnownIssuer => {
  const all = keys.map((key) => ({
    id: signer.publicKey,
    adoptedAt: daysFromNow(-400),
    retiredAt: null,
    revokedAt: null,
    ...key,
  }))
  return { document: didDocument(did, all), keys: all, name: 'Stance', isOurs: true }
}

const empty = new Map<string, Promise<Json>>(
  ['revocation', 'suspension'].map((purpose) => [list(purpose), signedList(purpose)]),
)

/** What a verifier knows who knows all there is: our keys, and lists on which nothing is set. */
export const sources = (changes: Partial<Sources> = {}): Sources => ({
  now,
  knownIssuer: (name) => (name === did ? issuerWith() : undefined),
  statusList: (address) => empty.get(address),
  ...changes,
})
