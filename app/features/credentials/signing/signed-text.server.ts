import { didDocument } from '#app/domain/credential/did.ts'
import { FINDING_NAMES } from '#app/domain/credential/findings.ts'
import { ownDid } from '../issuer/own-did.server.ts'
import { type Signer, signCredential } from './sign.ts'
import { verifyBadge } from './verify-badge.ts'

/**
 * Signs a credential, and lets our own verifier look at it before it leaves: a mistake of ours is a fault here and never an invalid file in
 * somebody's hands. Its status is not asked for, since its lists hold it only once this transaction is over.
 * @returns the file, byte for byte.
 */
export async function signedText(badge: object, signer: Signer, now: Date): Promise<string> {
  const did = ownDid()
  const text = JSON.stringify(await signCredential(badge, { did, signer, now }))
  const document = didDocument(did, [{ id: signer.publicKey, adoptedAt: now, retiredAt: null, revokedAt: null }])
  const { findings } = await verifyBadge(JSON.parse(text), {
    now,
    knownIssuer: (name) => (name === did ? { document, isOurs: true } : undefined),
    statusList: () => undefined,
  })
  const faults = FINDING_NAMES.filter((name) => name !== 'status' && findings[name].outcome !== 'passed')
  if (faults.length > 0)
    throw new Error(`A credential does not verify: ${faults.map((name) => findings[name].because).join(' ')}`)
  return text
}
