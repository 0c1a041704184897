import { describe, expect, it } from 'vitest'
import { didDocument, didOfKey, didWebOf, documentOfDidKey } from '#app/domain/credential/did.ts'

const KEY = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ5i4vpXoTu8eT'
const OLD_KEY = 'z6MknNQD1WHLGGraFi6zcbGevuAgkVfdyCdtZnQTGWVVvR5Q'
const day = (text: string) => new Date(`${text}T10:00:00.123Z`)
const key = (id: string, changes = {}) => ({
  id,
  adoptedAt: day('2026-01-01'),
  retiredAt: null,
  revokedAt: null,
  ...changes,
})

describe('the name of an issuer', () => {
  it.each([
    ['https://stance.example.org', 'did:web:stance.example.org'],
    ['http://localhost:3000', 'did:web:localhost%3A3000'],
  ])('of %s is %s', (address, did) => expect(didWebOf(address)).toBe(did))

  it('is found in the address of its key', () => {
    expect(didOfKey(`did:web:localhost%3A3000#${KEY}`)).toBe('did:web:localhost%3A3000')
  })
})

describe('what an issuer says of its keys', () => {
  const did = 'did:web:stance.example.org'

  it('goes on naming a retired key, so that what it signed can be checked', () => {
    const { assertionMethod } = didDocument(did, [key(OLD_KEY, { retiredAt: day('2026-06-01') }), key(KEY)])
    expect(assertionMethod).toEqual([`${did}#${OLD_KEY}`, `${did}#${KEY}`])
  })

  it('says when a stolen key was revoked, and that it asserts nothing', () => {
    const document = didDocument(did, [key(OLD_KEY, { revokedAt: day('2026-06-01') }), key(KEY)])
    expect(document.assertionMethod).toEqual([`${did}#${KEY}`])
    expect(document.verificationMethod[0]).toEqual({
      id: `${did}#${OLD_KEY}`,
      type: 'Multikey',
      controller: did,
      publicKeyMultibase: OLD_KEY,
      revoked: '2026-06-01T10:00:00Z',
    })
  })
})

describe('a did:key', () => {
  it('is its own document', () => {
    expect(documentOfDidKey(`did:key:${KEY}`)).toMatchObject({
      id: `did:key:${KEY}`,
      verificationMethod: [{ id: `did:key:${KEY}#${KEY}`, publicKeyMultibase: KEY }],
      assertionMethod: [`did:key:${KEY}#${KEY}`],
    })
  })

  it.each(['did:key:', 'did:key:z6MkX', `did:web:${KEY}`, `did:key:${KEY}/x`])('is not %s', (did) => {
    expect(documentOfDidKey(did)).toBeUndefined()
  })
})
