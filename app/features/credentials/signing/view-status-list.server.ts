import { createCredential, createList } from '@digitalbazaar/vc-bitstring-status-list'
import { transact } from '#app/db/client.server.ts'
import { findStatusList, type StatusListRow } from '#app/db/status-lists.server.ts'
import { toSeconds } from '#app/domain/credential/did.ts'
import { LIST_DAYS, LIST_LENGTH, listAddress } from '#app/domain/credential/status-list.ts'
import { DAY_MS } from '#app/domain/time.ts'
import { settings } from '#app/env.server.ts'
import { ownDid } from '../issuer/own-did.server.ts'
import { KeyRefused, signingKey } from '../issuer/signing-key.server.ts'
import { type Signer, signCredential } from './sign.ts'

/** A list that says the same is signed anew after a day, so that whoever has it sees how fresh it is. */
const SIGNED_FOR_MS = DAY_MS

const RETRY_AFTER_SECONDS = 3600

type Signed = { says: string; signedAt: Date; text: string }

/** What this process signed last, by name: a convenience, and never more than a day old. */
const signed = new Map<string, Signed>()

/**
 * A status list as it stands at this moment, signed.
 * @throws 404 for a list that there is not; 503 while no key may sign, as between the revocation of a stolen one and the adoption of the
 *   next: a list that a stolen key signed proves nothing, so that whoever asks has to hear that the status is not known for now.
 */
export async function viewStatusList(name: string, now: Date): Promise<string> {
  const list = await findStatusList(name, now)
  if (!list) throw new Response('There is no such list.', { status: 404 })
  const signer = await transact((tx) => signingKey(tx, now)).catch(unavailable)
  const says = JSON.stringify([list.set, signer.publicKey, settings().appUrl])
  const kept = signed.get(name)
  const age = kept ? now.getTime() - kept.signedAt.getTime() : Number.POSITIVE_INFINITY
  if (kept?.says === says && age >= 0 && age < SIGNED_FOR_MS) return kept.text
  const text = await signedStatusList(list, { did: ownDid(), base: settings().appUrl, signer, now })
  signed.set(name, { says, signedAt: now, text })
  return text
}

function unavailable(failure: unknown): never {
  if (!(failure instanceof KeyRefused)) throw failure
  const headers = { 'Retry-After': String(RETRY_AFTER_SECONDS) }
  throw new Response('No key of ours may sign at the moment. Please ask again later.', { status: 503, headers })
}

type By = { did: string; base: string; signer: Signer; now: Date }

/** A status list as a signed credential, under this name and at this address. */
export async function signedStatusList({ name, purpose, set }: StatusListRow, { did, base, signer, now }: By) {
  const list = await createList({ length: LIST_LENGTH })
  for (const position of set) list.setStatus(position, true)
  const unsigned = {
    ...(await createCredential({ id: listAddress(base, name), list, statusPurpose: purpose })),
    issuer: did,
    validFrom: toSeconds(now),
    validUntil: toSeconds(new Date(now.getTime() + LIST_DAYS * DAY_MS)),
  }
  return JSON.stringify(await signCredential(unsigned, { did, signer, now }))
}
