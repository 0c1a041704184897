/** Base 58 as Bitcoin writes it: no 0, O, I or l. */
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
/** Says that a base 58 text follows (W3C Controlled Identifiers 1.0, section 2.4). */
const BASE58 = 'z'
/** Stands before the 32 bytes of an Ed25519 public key (the same, section 2.2.2). */
const ED25519_HEADER = [0xed, 0x01] as const
const ED25519_LENGTH = 32

/** An Ed25519 public key as Multikey writes it, `z6Mk…`. */
export const multikeyOf = (publicKey: Uint8Array): string =>
  BASE58 + encodeBase58(Uint8Array.from([...ED25519_HEADER, ...publicKey]))

/** The 32 bytes of an Ed25519 Multikey; undefined for any other text, other kinds of key included. */
export function publicKeyOf(multikey: string): Uint8Array | undefined {
  const bytes = multikey.startsWith(BASE58) ? decodeBase58(multikey.slice(1)) : undefined
  const isEd25519 = bytes?.[0] === ED25519_HEADER[0] && bytes[1] === ED25519_HEADER[1]
  return isEd25519 && bytes.length === ED25519_LENGTH + 2 ? bytes.slice(2) : undefined
}

/** Bitcoin's base 58, without the multibase prefix; each zero byte at the beginning is a `1`. */
export function encodeBase58(bytes: Uint8Array): string {
  let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  let text = ''
  for (; number > 0n; number /= 58n) text = ALPHABET[Number(number % 58n)] + text
  return (ALPHABET[0] ?? '').repeat(leading(bytes, 0)) + text
}

/** Longer than any key or signature: what follows is not read. */
const MAX_LENGTH = 200

/** @returns undefined for a text that is no base 58. */
export function decodeBase58(text: string): Uint8Array | undefined {
  const digits = [...text].map((character) => ALPHABET.indexOf(character))
  if (text.length > MAX_LENGTH || digits.includes(-1)) return undefined
  let number = digits.reduce((sum, digit) => sum * 58n + BigInt(digit), 0n)
  const bytes: number[] = []
  for (; number > 0n; number /= 256n) bytes.unshift(Number(number % 256n))
  return Uint8Array.from([...Array<number>(leading(digits, 0)).fill(0), ...bytes])
}

/** How many of the first values are this one. */
function leading(values: ArrayLike<number>, value: number): number {
  let count = 0
  while (count < values.length && values[count] === value) count++
  return count
}
