import { describe, expect, test } from 'vitest'
import { db, transact } from '#app/db/client.server.ts'
import { openStatusList } from '#app/db/status-lists.server.ts'
import { adoptKey, revokeKey } from '#app/features/credentials/issuer/change-keys.server.ts'
import { viewDidDocument } from '#app/features/credentials/issuer/own-did.server.ts'
import { checkSigningKey, signingKey } from '#app/features/credentials/issuer/signing-key.server.ts'
import { viewStatusList } from '#app/features/credentials/signing/view-status-list.server.ts'
import { issuerSigner } from '#app/integrations/issuer-key.server.ts'
import { now } from '#tests/support/accounts.ts'
import { signerFrom } from '#tests/support/issuer.ts'

const given = issuerSigner().publicKey
const former = signerFrom('former').publicKey
const later = new Date(now.getTime() + 60_000)

const audited = async () => (await db().auditEntry.findMany({ orderBy: { id: 'asc' } })).map(({ action }) => action)
/** A key that signed here before. */
const known = (id: string, changes: { retiredAt?: Date; revokedAt?: Date } = {}) =>
  db().issuerKey.create({ data: { id, adoptedAt: now, ...changes } })

describe('the key of an installation', () => {
  test('is adopted at the first start, once, with an audit entry', async () => {
    await checkSigningKey(now)
    await checkSigningKey(later)
    expect(await db().issuerKey.findMany()).toEqual([{ id: given, adoptedAt: now, retiredAt: null, revokedAt: null }])
    expect(await audited()).toEqual(['issuer-key.adopted'])
  })

  test('is refused where another one is in force: a wrong file retires nothing', async () => {
    await known(former)
    await expect(checkSigningKey(now)).rejects.toThrow(/is not the one in force/)
    expect(await db().issuerKey.count()).toBe(1)
  })

  test('takes over by the command; the former one stays listed for what it signed', async () => {
    await known(former)
    expect(await adoptKey(later)).toEqual({ adopted: given, retired: [former] })
    expect(await audited()).toEqual(['issuer-key.retired', 'issuer-key.adopted'])
    expect((await transact((tx) => signingKey(tx, later))).publicKey).toBe(given)
    expect((await viewDidDocument()).assertionMethod).toHaveLength(2)
  })

  test('never signs again once it was retired: a process left running through a rotation stops signing', async () => {
    await known(given, { retiredAt: now })
    await expect(checkSigningKey(later)).rejects.toThrow(/was retired/)
    await expect(adoptKey(later)).rejects.toThrow(/never taken up again/)
  })

  test('that was stolen asserts nothing any more, and a new one may begin', async () => {
    await known(former)
    expect(await revokeKey(former, now)).toBe(true)
    await checkSigningKey(later)
    expect((await viewDidDocument()).assertionMethod).toEqual([expect.stringContaining(given)])
    expect(await revokeKey(former, later)).toBe(true)
    expect(await db().issuerKey.findUnique({ where: { id: former } })).toMatchObject({ revokedAt: now })
  })

  test('that was stolen signs no status list either: whoever asks is told to ask again', async () => {
    await transact((tx) => openStatusList(tx, 'revocation', now))
    expect(await viewStatusList('revocation-1', now)).toContain('BitstringStatusList')
    expect(await revokeKey(given, now)).toBe(true)
    const refusal = await viewStatusList('revocation-1', later).catch((thrown) => thrown)
    expect([refusal.status, refusal.headers.get('Retry-After')]).toEqual([503, '3600'])
  })

  test('that is none of ours is not revoked', async () => {
    expect(await revokeKey(former, now)).toBe(false)
  })
})

test('two officers who sign at the first start adopt one key', async () => {
  const keys = await Promise.allSettled([1, 2, 3].map(() => transact((tx) => signingKey(tx, now))))
  expect(keys.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
  expect(await audited()).toEqual(['issuer-key.adopted'])
})
