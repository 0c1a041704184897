import { publicKeyOf } from './multibase.ts'

const DID_CONTEXT = 'https://www.w3.org/ns/did/v1'
export const MULTIKEY_CONTEXT = 'https://w3id.org/security/multikey/v1'

/** A key of an issuer, and until when it may be relied on. */
export type IssuerKey = {
  /** The key itself, `z6Mk…`. */
  id: string
  adoptedAt: Date
  /** It signs no more from here on; what it signed before stands. */
  retiredAt: Date | null
  /** Stolen: nothing that it signed stands. */
  revokedAt: Date | null
}

/**
 * The name under which an installation signs, by the did:web method: made of the host of its address, a port included.
 * @param appUrl `https://stance.example.org`; it has no path.
 */
export const didWebOf = (appUrl: string): string => `did:web:${encodeURIComponent(new URL(appUrl).host)}`

export const keyAddress = (did: string, key: string): string => `${did}#${key}`

/** `did:web:a.example#z6Mk…` is a key of `did:web:a.example`. */
export const didOfKey = (address: string): string => address.split('#')[0] ?? ''

export type DidDocument = ReturnType<typeof didDocument>

/**
 * What an issuer says of itself at `/.well-known/did.json`: every key that it ever signed with, so that old signatures can be checked.
 * A stolen key stays listed with the moment of its revocation and may no longer assert anything.
 */
export function didDocument(did: string, keys: readonly IssuerKey[]) {
  return {
    '@context': [DID_CONTEXT, MULTIKEY_CONTEXT],
    id: did,
    verificationMethod: keys.map((key) => ({
      id: keyAddress(did, key.id),
      type: 'Multikey',
      controller: did,
      publicKeyMultibase: key.id,
      ...(key.revokedAt && { revoked: toSeconds(key.revokedAt) }),
    })),
    assertionMethod: keys.filter(({ revokedAt }) => !revokedAt).map(({ id }) => keyAddress(did, id)),
  }
}

/** The document of a `did:key`, which is made of its key alone; undefined for other names and other kinds of key. */
export function documentOfDidKey(did: string): DidDocument | undefined {
  const key = /^did:key:(z[1-9A-Za-z]+)$/.exec(did)?.[1]
  if (!key || !publicKeyOf(key)) return undefined
  return didDocument(did, [{ id: key, adoptedAt: new Date(0), retiredAt: null, revokedAt: null }])
}

/** As XML Schema's dateTimeStamp, without fractions of a second: `2026-11-28T12:00:00Z`. */
export const toSeconds = (instant: Date): string => `${instant.toISOString().slice(0, 19)}Z`
