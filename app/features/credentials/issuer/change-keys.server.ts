import { transact } from '#app/db/client.server.ts'
import {
  holdIssuerKeys,
  insertIssuerKey,
  listIssuerKeys,
  saveKeyRetired,
  saveKeyRevoked,
} from '#app/db/issuer-keys.server.ts'
import { issuerSigner } from '#app/integrations/issuer-key.server.ts'
import { auditKey, KeyRefused } from './signing-key.server.ts'

/*
 * From the machine itself, by whoever holds the key: no page does this.
 */

/**
 * Takes the key that this installation was given for the one that signs, and retires the one before: what that one signed stands.
 * @throws KeyRefused for a key that was retired or revoked before.
 */
export async function adoptKey(now: Date): Promise<{ adopted: string; retired: string[] }> {
  const { publicKey } = issuerSigner()
  return transact(async (tx) => {
    await holdIssuerKeys(tx)
    const known = await listIssuerKeys(tx)
    const own = known.find(({ id }) => id === publicKey)
    if (own?.retiredAt ?? own?.revokedAt)
      throw new KeyRefused('This key was given up before, and a key is never taken up again: make a new one.')
    const retired: string[] = []
    for (const { id } of known.filter((key) => key !== own))
      if (await saveKeyRetired(tx, id, now)) {
        retired.push(id)
        await auditKey(tx, 'issuer-key.retired', id, now)
      }
    if (await insertIssuerKey(tx, publicKey, now)) await auditKey(tx, 'issuer-key.adopted', publicKey, now)
    return { adopted: publicKey, retired }
  })
}

/**
 * Says of a key that somebody else has it: nothing that it signed can be relied on any more, until it is signed again by another.
 * @returns whether it is one of ours.
 */
export async function revokeKey(id: string, now: Date): Promise<boolean> {
  return transact(async (tx) => {
    await holdIssuerKeys(tx)
    if (!(await listIssuerKeys(tx)).some((key) => key.id === id)) return false
    if (await saveKeyRevoked(tx, id, now)) await auditKey(tx, 'issuer-key.revoked', id, now)
    return true
  })
}
