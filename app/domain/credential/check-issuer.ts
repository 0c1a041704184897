import { didOfKey, type IssuerKey } from './did.ts'
import { type Finding, failed, passed, unknown } from './findings.ts'
import { issuerOf, listOf, type Proof } from './open-badge.ts'

/** A DID document, as far as we read it. Of others' nothing is sure but what we look for. */
export type ControllerDocument = {
  id: string
  verificationMethod?: readonly KeyMethod[]
  assertionMethod?: readonly (string | KeyMethod)[]
}

export type KeyMethod = { id: string; type: string; controller: string; publicKeyMultibase?: string; revoked?: string }

export type KnownIssuer = {
  document: ControllerDocument
  /** How it is called here; absent for a name that is only its key. */
  name?: string
  isOurs: boolean
  /** What is recorded of its keys beyond the document. */
  keys?: readonly IssuerKey[]
}

type Signed = { issuer: string | { id: string }; proof: Proof | Proof[] }

/**
 * Whether the issuer that the credential names may have signed it with this key at that time.
 * @param issuer what is known of the one it names; undefined where nothing is.
 */
export function checkIssuer(badge: Signed, issuer: KnownIssuer | undefined): Finding {
  const did = issuerOf(badge)
  const proofs = listOf(badge.proof)
  if (proofs.some(({ verificationMethod }) => didOfKey(verificationMethod) !== did))
    return failed('It was signed with the key of somebody other than the issuer that it names.')
  if (!issuer) return unknown(`Who ${did} is and which keys are theirs is not known here.`)
  for (const { verificationMethod, created } of proofs) {
    const fault = keyFault(verificationMethod, created, issuer)
    if (fault) return failed(fault)
  }
  return passed(issuer.name ?? `The holder of the key ${did}; who that is, the key does not say.`)
}

function keyFault(address: string, created: string | undefined, issuer: KnownIssuer): string | undefined {
  const method = methodAt(issuer.document, address)
  if (!method) return 'The key that signed it is none of the issuer’s.'
  if (method.revoked) return 'The key that signed it was stolen or given up: nothing that it signed stands.'
  if (!mayAssert(issuer.document, address)) return 'The key that signed it is not one for credentials.'
  const known = issuer.keys?.find(({ id }) => id === method.publicKeyMultibase)
  if (known?.revokedAt) return 'The key that signed it was stolen or given up: nothing that it signed stands.'
  if (known?.retiredAt && !(created && Date.parse(created) < known.retiredAt.getTime()))
    return 'It says that it was signed after its key was retired.'
  return undefined
}

/** A key of the document whose controller is the document itself. */
export function methodAt(document: ControllerDocument, address: string): KeyMethod | undefined {
  const embedded = (document.assertionMethod ?? []).filter((method) => typeof method === 'object')
  const method = [...(document.verificationMethod ?? []), ...embedded].find(
    ({ id }) => absolute(document, id) === address,
  )
  return method?.controller === document.id ? method : undefined
}

const mayAssert = (document: ControllerDocument, address: string): boolean =>
  (document.assertionMethod ?? []).some(
    (method) => absolute(document, typeof method === 'string' ? method : method.id) === address,
  )

/** A document may name its keys by their fragment alone. */
const absolute = (document: ControllerDocument, id: string): string => (id.startsWith('#') ? document.id + id : id)
