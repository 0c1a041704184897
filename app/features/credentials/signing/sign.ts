import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { issue } from '@digitalbazaar/vc'
import { keyAddress, toSeconds } from '#app/domain/credential/did.ts'
import { documentLoader } from './document-loader.ts'

export type Signer = { publicKey: string; sign: (bytes: Uint8Array) => Promise<Uint8Array> }

/**
 * Signs a credential by Data Integrity `eddsa-rdfc-2022`. A field that no context defines is refused, because it would not be signed.
 * @param did the issuer that it names.
 */
export function signCredential<Unsigned extends object>(
  credential: Unsigned,
  { did, signer, now }: { did: string; signer: Signer; now: Date },
): Promise<Unsigned & { proof: object }> {
  const suite = new DataIntegrityProof({
    cryptosuite,
    date: toSeconds(now),
    signer: {
      id: keyAddress(did, signer.publicKey),
      algorithm: 'Ed25519',
      sign: ({ data }) => signer.sign(data),
    },
  })
  return issue({ credential, suite, documentLoader: documentLoader(), now }) as Promise<Unsigned & { proof: object }>
}
