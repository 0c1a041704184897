import { expect, test } from 'vitest'
import { namesOf, type OpenBadge } from '#app/domain/credential/open-badge.ts'

type Identity = { identityHash: string; hashed: boolean; identityType: string }

const named = (...identifier: Identity[]) =>
  namesOf({ credentialSubject: { identifier } } as unknown as Pick<OpenBadge, 'credentialSubject'>)

const mail = { identityHash: 'sha256$1f', hashed: true, identityType: 'emailAddress' }
const name = { identityHash: 'Noor Haddad', hashed: false, identityType: 'name' }

test('a credential is given in its plain names', () => {
  expect(named(mail, name)).toBe('Noor Haddad')
})

test('the hash of a name is nobody’s name', () => {
  expect(named({ ...name, identityHash: 'sha256$2e', hashed: true })).toBe('')
  expect(named(mail)).toBe('')
})
