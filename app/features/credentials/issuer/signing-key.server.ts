import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { insertIssuerKey, listIssuerKeys } from '#app/db/issuer-keys.server.ts'
import { keyStanding } from '#app/domain/credential/key-in-force.ts'
import { type IssuerSigner, issuerSigner } from '#app/integrations/issuer-key.server.ts'

/** The key that this process was given may not sign; the message says why and what to do. */
export class KeyRefused extends Error {}

/**
 * The key to sign with, in the transaction of what it signs. An installation's first key is adopted here.
 * @throws KeyRefused for a key that was retired, revoked or never adopted: a process that was left running through a rotation signs
 * nothing more.
 */
export async function signingKey(tx: Db, now: Date): Promise<IssuerSigner> {
  const signer = issuerSigner()
  const known = await listIssuerKeys(tx)
  const standing = keyStanding(signer.publicKey, known)
  if (!standing.maySign) throw new KeyRefused(standing.because)
  const isNew = !known.some(({ id }) => id === signer.publicKey)
  // Of two processes that start with it at the same time one adopts it.
  if (isNew && (await insertIssuerKey(tx, signer.publicKey, now)))
    await auditKey(tx, 'issuer-key.adopted', signer.publicKey, now)
  return signer
}

/** Looks at start whether this process may sign. @throws KeyRefused */
export const checkSigningKey = async (now: Date): Promise<void> => {
  await transact((tx) => signingKey(tx, now))
}

type KeyAction = 'issuer-key.adopted' | 'issuer-key.retired' | 'issuer-key.revoked'

export const auditKey = (tx: Db, action: KeyAction, id: string, at: Date): Promise<void> =>
  recordAudit(tx, { actor: null, action, object: { kind: 'issuer-key', id }, at })
