import { FINDING_NAMES, type FindingName } from '#app/domain/credential/findings.ts'
import { type Sources, verifyBadge } from '#app/features/credentials/signing/verify-badge.ts'
import { type Json, list, signedBadge, signedList, sources } from './badges.ts'

// Credentials that are wrong in one way, and what a verifier finds of them.

export type Bad = { badge: Json; known?: Sources }

/** Signed as it should be, and changed afterwards. */
export const tampered = async (change: (badge: Json) => void): Promise<Bad> => {
  const badge = await signedBadge()
  change(badge)
  return { badge }
}
/** Signed by us with this in it already: the signature is good. */
export const signedWith = async (change: (badge: Json) => void): Promise<Bad> => ({ badge: await signedBadge(change) })
export const knowing = async (changes: Partial<Sources>): Promise<Bad> => ({
  badge: await signedBadge(),
  known: sources(changes),
})

export const outcomes = async ({ badge, known = sources() }: Bad) => {
  const { findings } = await verifyBadge(badge, known)
  return Object.fromEntries(FINDING_NAMES.map((name) => [name, findings[name].outcome]))
}

/** Each fails by this finding, and every other one stands. */
export const failsBy = (name: FindingName) => ({
  ...Object.fromEntries(FINDING_NAMES.map((each) => [each, 'passed'])),
  [name]: 'failed',
})
/** The lists as they should be, but for this one. */
export const lists = (purpose: string, given: Json | undefined) => ({
  statusList: async (address: string) => (address === list(purpose) ? given : signedList('suspension')),
})
