import { decodeBase58, encodeBase58, publicKeyOf } from './multibase.ts'

/** An Ed25519 signature as it stands in our files: base 58, `z…`. */
export const signatureText = (signature: Uint8Array): string => `z${encodeBase58(signature)}`

/**
 * Whether a key signed a text, in a browser as well as here.
 * @param key an Ed25519 public key, `z6Mk…`; @param signature as `signatureText` writes it. What is neither is not signed.
 */
export async function isSignedBy(key: string, signature: string, text: string): Promise<boolean> {
  const publicKey = publicKeyOf(key)
  const bytes = decodeBase58(signature.slice(1))
  if (!publicKey || !bytes) return false
  const imported = await crypto.subtle.importKey('raw', Uint8Array.from(publicKey), 'Ed25519', false, ['verify'])
  return crypto.subtle.verify('Ed25519', imported, Uint8Array.from(bytes), new TextEncoder().encode(text))
}
