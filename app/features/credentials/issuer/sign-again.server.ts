import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { findRevokedSignatures, insertSigned, type RevokedSignature } from '#app/db/credentials.server.ts'
import { listAddress } from '#app/domain/credential/status-list.ts'
import { settings } from '#app/env.server.ts'
import type { IssuerSigner } from '#app/integrations/issuer-key.server.ts'
import { signedText } from '../signing/signed-text.server.ts'
import { ownDid } from './own-did.server.ts'
import { signingKey } from './signing-key.server.ts'

/** As many as one transaction signs. */
const AT_ONCE = 50

/**
 * After a key was stolen: signs anew, with the key in force, what our own register says that we issued with the stolen one. Number, words and
 * places on the status lists stay. Repeated, it does nothing.
 * @returns how many were signed.
 */
export async function signAgain(now: Date): Promise<number> {
  for (let signed = 0; ; ) {
    const done = await transact(async (tx) => signSome(tx, now))
    if (done === 0) return signed
    signed += done
  }
}

async function signSome(tx: Db, now: Date): Promise<number> {
  const signer = await signingKey(tx, now)
  const stolen = await findRevokedSignatures(tx, AT_ONCE)
  const signed = []
  for (const each of stolen) signed.push(await renewed(each, signer, now))
  await insertSigned(tx, signed)
  for (const { credentialId, number } of stolen)
    await recordAudit(tx, {
      actor: null,
      action: 'credential.signed-again',
      object: { kind: 'credential', id: credentialId },
      details: { number, key: signer.publicKey },
      at: now,
    })
  return stolen.length
}

async function renewed({ credentialId, version, document }: RevokedSignature, signer: IssuerSigner, now: Date) {
  const { proof: _, ...badge } = JSON.parse(document)
  return {
    credentialId,
    version: version + 1,
    document: await signedText(underTodaysName(badge), signer, now),
    issuerDid: ownDid(),
    keyId: signer.publicKey,
    signedAt: now,
  }
}

type Named = { issuer: object; credentialStatus: { statusListCredential: string; statusListIndex: string }[] }

/** Should the installation have moved since: its lists are where it is now, and in its name. */
function underTodaysName(badge: Named): Named {
  const credentialStatus = badge.credentialStatus.map((entry) => {
    const list = listAddress(settings().appUrl, entry.statusListCredential.split('/').at(-1) ?? '')
    return { ...entry, id: `${list}#${entry.statusListIndex}`, statusListCredential: list }
  })
  return { ...badge, issuer: { ...badge.issuer, id: ownDid() }, credentialStatus }
}
