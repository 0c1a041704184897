import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { type ControllerDocument, methodAt } from '#app/domain/credential/check-issuer.ts'
import { didOfKey, documentOfDidKey, MULTIKEY_CONTEXT } from '#app/domain/credential/did.ts'
import { type Finding, failed, passed, unknown } from '#app/domain/credential/findings.ts'
import { publicKeyOf } from '#app/domain/credential/multibase.ts'
import { listOf, type Proof } from '#app/domain/credential/open-badge.ts'
import { documentLoader, UnknownDocument } from './document-loader.ts'

type Signed = { proof: Proof | Proof[] }

/**
 * Whether every proof of a document is the signature of the key that it names over exactly this document.
 * It says nothing of whose key that is.
 * @param controllerOf gives the DID document of whoever's key it is.
 */
export async function checkSignature(
  { proof, ...document }: Signed,
  controllerOf: (did: string) => ControllerDocument | undefined,
): Promise<Finding> {
  const keys = new Map<string, object>()
  for (const { verificationMethod } of listOf(proof)) {
    const key = keyAt(verificationMethod, controllerOf)
    if (!key) return unknown(`The key ${verificationMethod} is not known here.`)
    keys.set(verificationMethod, key)
  }
  const suite = new DataIntegrityProof({ cryptosuite })
  for (const each of listOf(proof)) {
    const { verified, error } = await suite.verifyProof({ proof: each, document, documentLoader: documentLoader(keys) })
    if (!verified) return error ? reasonOf(error) : failed('The signature does not belong to this document.')
  }
  return passed('Nothing in it was changed since it was signed.')
}

/** The key as the library takes it; undefined for one that is not an Ed25519 key. */
function keyAt(address: string, controllerOf: (did: string) => ControllerDocument | undefined): object | undefined {
  const did = didOfKey(address)
  const document = documentOfDidKey(did) ?? controllerOf(did)
  const method = document && methodAt(document, address)
  if (!method?.publicKeyMultibase || !publicKeyOf(method.publicKeyMultibase)) return undefined
  const { id, controller, publicKeyMultibase } = method
  return { '@context': MULTIKEY_CONTEXT, id, type: 'Multikey', controller, publicKeyMultibase }
}

function reasonOf(error: Error): Finding {
  if (causes(error).some((cause) => cause instanceof UnknownDocument))
    return unknown('It rests on a context that is not known here, so that what was signed cannot be told.')
  if (error.name === 'jsonld.ValidationError' || causes(error).some(({ name }) => name === 'jsonld.ValidationError'))
    return failed('It has a field that no signature covers.')
  return failed('The signature does not belong to this document.')
}

function causes(error: unknown): Error[] {
  if (!(error instanceof Error)) return []
  const { cause, details } = error as Error & { details?: { cause?: unknown } }
  return [error, ...causes(cause ?? details?.cause)]
}
