/** What a browser keeps of one person's clinical writing is of no use to the next person at the same computer. */
export type Sealer = {
  seal: (text: string, label: string) => Promise<string>
  /** Null for anything that was not sealed with this key under this label. */
  unseal: (sealed: string, label: string) => Promise<string | null>
}

const IV_BYTES = 12

/** AES-GCM under the account's key. Null where the browser has no WebCrypto: then nothing is kept rather than kept open. */
export async function openSealer(key: string): Promise<Sealer | null> {
  if (!globalThis.crypto?.subtle) return null
  const cryptoKey = await crypto.subtle.importKey('raw', fromBase64(key), 'AES-GCM', false, ['encrypt', 'decrypt'])
  const algorithm = (iv: BufferSource, label: string) => ({
    name: 'AES-GCM',
    iv,
    // A copy moved under another name does not open.
    additionalData: new TextEncoder().encode(label),
  })
  return {
    async seal(text, label) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
      const sealed = await crypto.subtle.encrypt(algorithm(iv, label), cryptoKey, new TextEncoder().encode(text))
      return toBase64(new Uint8Array([...iv, ...new Uint8Array(sealed)]))
    },
    async unseal(sealed, label) {
      try {
        const bytes = fromBase64(sealed)
        const [iv, text] = [bytes.slice(0, IV_BYTES), bytes.slice(IV_BYTES)]
        return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm(iv, label), cryptoKey, text))
      } catch {
        return null
      }
    },
  }
}

const toBase64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

const fromBase64 = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0))
