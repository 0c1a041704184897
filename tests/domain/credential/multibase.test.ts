import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase58, encodeBase58, multikeyOf, publicKeyOf } from '#app/domain/credential/multibase.ts'

describe('base 58', () => {
  it('gives back whatever was written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(decodeBase58(encodeBase58(bytes))).toEqual(bytes)
      }),
    )
  })

  // Test vectors of the Base58 draft (draft-msporny-base58-03, section 5).
  it.each([
    ['Hello World!', '2NEpo7TZRRrLZSi2U'],
    ['The quick brown fox jumps over the lazy dog.', 'USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z'],
  ])('writes %s as everybody does', (text, expected) => {
    expect(encodeBase58(Buffer.from(text))).toBe(expected)
  })

  it('keeps zeros at the beginning', () => {
    expect(encodeBase58(Uint8Array.from([0, 0, 40, 127, 180, 205]))).toBe('11233QC4')
  })

  it.each(['0', 'O', 'I', 'l', ' ', 'z'.repeat(201)])('does not read %j', (text) => {
    expect(decodeBase58(text)).toBeUndefined()
  })
})

describe('a key as Multikey', () => {
  it('is read as the bytes that it was made of', () => {
    const { x = '' } = createPublicKey(generateKeyPairSync('ed25519').privateKey).export({ format: 'jwk' })
    const bytes = Uint8Array.from(Buffer.from(x, 'base64url'))
    expect(multikeyOf(bytes)).toMatch(/^z6Mk/)
    expect(publicKeyOf(multikeyOf(bytes))).toEqual(bytes)
  })

  it.each([
    ['a key of another kind', 'zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP'],
    ['a key cut short', 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ5i4vpXoTu'],
    ['another base', 'u7QHrJVna'],
    ['nothing', ''],
  ])('is not %s', (_, text) => {
    expect(publicKeyOf(text)).toBeUndefined()
  })
})
