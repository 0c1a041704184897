import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { offlineAnswer } from '#app/domain/credential/offline-answer.ts'
import type { Actor } from '#app/domain/people.ts'
import { DAY_MS } from '#app/domain/time.ts'
import { exportArchive } from '#app/features/credentials/archive/export-archive.server.ts'
import { readArchive, sourcesOf } from '#app/features/credentials/archive/read-archive.ts'
import { signAgain } from '#app/features/credentials/issuer/sign-again.server.ts'
import { downloadCredential } from '#app/features/credentials/own-certificates.server.ts'
import { verifyBadge } from '#app/features/credentials/signing/verify-badge.ts'
import { issuerSigner } from '#app/integrations/issuer-key.server.ts'
import { now } from '#tests/support/accounts.ts'
import { onePersonWithCertificate } from '#tests/support/certificates.ts'
import { signerFrom } from '#tests/support/issuer.ts'

let noor: Actor
let number: string

beforeEach(async () => {
  ;({ noor, number } = await onePersonWithCertificate())
})

const years = (count: number) => new Date(now.getTime() + count * 365 * DAY_MS)
const credential = async () => JSON.parse((await downloadCredential(noor, number)).text)
const archived = async () => JSON.parse(JSON.stringify(await exportArchive(now)))

/** As somebody says it who has the files alone, years later. */
async function answerBy(archive: unknown, given: unknown, at = years(10)) {
  const { contents } = await readArchive(archive)
  const { findings, isOurs } = await verifyBadge(given, sourcesOf(contents, at))
  return offlineAnswer(findings, { asOf: findings.status.asOf, isKnown: isOurs }).text
}

describe('the archive', () => {
  test('says of a credential, ten years later, what stood on the lists on the day of the export', async () => {
    const day = now.toISOString().slice(0, 10)
    expect(await answerBy(await archived(), await credential())).toBe(`signature valid, status as of ${day}`)
  })

  test('says that it was revoked by then', async () => {
    const { id } = await db().credential.findUniqueOrThrow({ where: { number } })
    await db().credentialEvent.create({ data: { credentialId: id, kind: 'revoked', at: now } })
    expect(await answerBy(await archived(), await credential())).toMatch(
      /^signature valid, withdrawn: The issuer has revoked it/,
    )
  })

  test('names nobody', async () => {
    const text = JSON.stringify(await archived())
    for (const word of ['Noor', noor.id, number]) expect(text).not.toContain(word)
  })

  test('is refused after a change of any part', async () => {
    const archive = await archived()
    await expect(readArchive({ ...archive, contents: archive.contents.replace('Stance', 'Other') })).rejects.toThrow(
      /changed/,
    )
    await expect(readArchive({ ...archive, format: 'other' })).rejects.toThrow(/not an archive/)
    const other = signerFrom('somebody else').publicKey
    await expect(readArchive({ ...archive, signature: { ...archive.signature, key: other } })).rejects.toThrow(
      /changed/,
    )
  })

  test('has the lists under the names that the installation had before', async () => {
    const document = (await credential()) as object
    await db().signedCredential.create({
      data: {
        credentialId: (await db().credential.findFirstOrThrow()).id,
        version: 2,
        document: JSON.stringify(document),
        issuerDid: 'did:web:former.example',
        keyId: issuerSigner().publicKey,
        signedAt: now,
      },
    })
    const { contents } = await readArchive(await archived())
    expect(contents.issuers.map(({ document }) => document.id)).toContain('did:web:former.example')
    expect(contents.statusLists.map(({ id }) => id)).toContain('https://former.example/credentials/status/revocation-1')
  })
})

describe('after a key was stolen', () => {
  test('what it signed is signed again under the same number, and nothing else of it changes', async () => {
    const before = await credential()
    const { id: credentialId } = await db().credential.findFirstOrThrow()
    const keyId = signerFrom('stolen').publicKey
    await db().issuerKey.create({ data: { id: keyId, adoptedAt: now, revokedAt: now } })
    const stolen = { version: 2, document: JSON.stringify(before), issuerDid: before.issuer.id, signedAt: now }
    await db().signedCredential.create({ data: { credentialId, keyId, ...stolen } })
    const later = new Date(now.getTime() + 60_000)
    expect(await signAgain(later)).toBe(1)
    expect(await signAgain(later)).toBe(0)
    const after = await credential()
    expect(after.proof.created).not.toBe(before.proof.created)
    expect({ ...after, proof: null }).toEqual({ ...before, proof: null })
    expect(await answerBy(await archived(), after)).toMatch(/^signature valid, status as of/)
    expect(await db().auditEntry.count({ where: { action: 'credential.signed-again' } })).toBe(1)
  })

  test('an archive that was signed with it is refused', async () => {
    const archive = await archived()
    const contents = JSON.parse(archive.contents)
    contents.keys[0].revokedAt = now.toISOString()
    const text = JSON.stringify(contents)
    const { encodeBase58 } = await import('#app/domain/credential/multibase.ts')
    const value = `z${encodeBase58(await issuerSigner().sign(new TextEncoder().encode(text)))}`
    await expect(
      readArchive({ ...archive, contents: text, signature: { ...archive.signature, value } }),
    ).rejects.toThrow(/revoked/)
  })
})
