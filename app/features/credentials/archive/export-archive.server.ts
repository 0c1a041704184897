import { transact } from '#app/db/client.server.ts'
import { listIssuerDids } from '#app/db/credentials.server.ts'
import { listIssuerKeys } from '#app/db/issuer-keys.server.ts'
import { findStatusList, listStatusLists } from '#app/db/status-lists.server.ts'
import { ISSUER } from '#app/domain/certificate.ts'
import type { Archive } from '#app/domain/credential/archive.ts'
import { didDocument } from '#app/domain/credential/did.ts'
import { signatureText } from '#app/domain/credential/signed-by.ts'
import { settings } from '#app/env.server.ts'
import type { IssuerSigner } from '#app/integrations/issuer-key.server.ts'
import { ownDid } from '../issuer/own-did.server.ts'
import { signingKey } from '../issuer/signing-key.server.ts'
import { signedStatusList } from '../signing/view-status-list.server.ts'

/**
 * Everything that a verifier needs when we are gone: our names and keys, and the status lists as they stand now, under one signature.
 * It names nobody.
 */
export async function exportArchive(now: Date): Promise<Archive> {
  const signer = await transact((tx) => signingKey(tx, now))
  const keys = await listIssuerKeys()
  const dids = [...new Set([ownDid(), ...(await listIssuerDids())])].sort()
  const contents = JSON.stringify({
    exportedAt: now.toISOString(),
    issuers: dids.map((did) => ({ name: ISSUER, document: didDocument(did, keys) })),
    keys,
    statusLists: await signedLists(dids, signer, now),
  })
  const signature = await signer.sign(new TextEncoder().encode(contents))
  return {
    format: 'stance-credential-archive/1',
    contents,
    signature: { key: signer.publicKey, value: signatureText(signature) },
  }
}

/** Each list under every address that we have had: a credential names the one of its day. */
async function signedLists(dids: readonly string[], signer: IssuerSigner, now: Date): Promise<unknown[]> {
  const signed: unknown[] = []
  for (const name of await listStatusLists()) {
    const list = await findStatusList(name, now)
    for (const did of dids)
      if (list) signed.push(JSON.parse(await signedStatusList(list, { did, base: addressOf(did), signer, now })))
  }
  return signed
}

/** Where an installation of this name was; an earlier one of ours was reached by https. */
const addressOf = (did: string): string =>
  did === ownDid() ? settings().appUrl : `https://${decodeURIComponent(did.replace('did:web:', ''))}`
