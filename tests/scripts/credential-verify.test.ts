import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { bakePng } from '#app/domain/credential/baked-png.ts'
import { bakeSvg } from '#app/domain/credential/baked-svg.ts'
import { encodeBase58 } from '#app/domain/credential/multibase.ts'
import { did, issuerWith, type Json, signedBadge, signedList, signer } from '#tests/support/badges.ts'
import { temporaryFolder } from '#tests/support/folders.ts'
import { signerFrom } from '#tests/support/issuer.ts'
import { runScript } from './support/processes.ts'

let folder: string
let badge: Json
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(path.join(folder, name), content)
  return path.join(folder, name)
}

beforeAll(async () => {
  folder = temporaryFolder()
  // Valid whatever today is.
  badge = await signedBadge(
    (unsigned) => {
      unsigned.validFrom = '2020-01-01T00:00:00Z'
      delete unsigned.validUntil
    },
    { now: new Date('2020-01-01') },
  )
})

/** Nothing is set but what finds Node: neither a database nor an issuer’s key. */
async function verify(...words: string[]) {
  const script = runScript('scripts/credential-verify.ts', words)
  return { code: await script.ended, said: script.said() }
}

async function archiveWith(set: number[]) {
  const by = { now: new Date('2026-11-28T10:00:00Z') }
  const dated = (unsigned: Json) =>
    Object.assign(unsigned, { validFrom: '2026-11-28T10:00:00Z', validUntil: '2026-12-05T10:00:00Z' })
  const contents = JSON.stringify({
    exportedAt: '2026-11-28T10:00:00Z',
    issuers: [{ name: 'Stance', document: issuerWith().document }],
    keys: [{ id: signer.publicKey, adoptedAt: '2020-01-01T00:00:00Z', retiredAt: null, revokedAt: null }],
    statusLists: [await signedList('revocation', set, dated, by), await signedList('suspension', [], dated, by)],
  })
  const value = `z${encodeBase58(await signer.sign(Buffer.from(contents)))}`
  const archive = { format: 'stance-credential-archive/1', contents, signature: { key: signer.publicKey, value } }
  return file(`archive-${set.length}.json`, JSON.stringify(archive))
}

describe('npm run credential:verify', () => {
  it('says by the archive that the signature is valid, and of which day the status is', async () => {
    const { code, said } = await verify(
      file('credential.json', JSON.stringify(badge)),
      '--archive',
      await archiveWith([]),
    )
    expect(said).toContain('Answer: signature valid, status as of 2026-11-28')
    expect(said).toContain('Noor Łukasiewicz-Ωmega')
    expect(said).toContain(`signed by ${signer.publicKey}: compare this key`)
    expect(code).toBe(0)
  })

  it('says that it was revoked by then, and ends with a failure', async () => {
    const { code, said } = await verify(
      file('credential.json', JSON.stringify(badge)),
      '--archive',
      await archiveWith([4_711]),
    )
    expect(said).toContain('Answer: signature valid, withdrawn: The issuer has revoked it. (status as of 2026-11-28)')
    expect(code).toBe(1)
  })

  it('says with the issuer’s keys alone that the status was not checked, of a PNG as of an SVG', async () => {
    const issuer = file('did.json', JSON.stringify(issuerWith().document))
    const text = JSON.stringify(badge)
    const png = file('badge.png', bakePng(readFileSync('public/badges/course.png'), text))
    const svg = file('badge.svg', bakeSvg(readFileSync('public/badges/course.svg', 'utf8'), text))
    for (const image of [png, svg])
      expect((await verify(image, '--issuer', issuer)).said).toContain('Answer: signature valid, status not checked')
  })

  it('says without anything that nothing was checked', async () => {
    const { code, said } = await verify(file('credential.json', JSON.stringify(badge)))
    expect(said).toContain('Answer: signature not checked')
    expect(said).toContain(`Who ${did} is`)
    expect(code).toBe(1)
  })

  it('takes nobody at their word who signs in our name with a key of their own', async () => {
    const forger = signerFrom('forger')
    const theirs = `did:key:${forger.publicKey}`
    const forged = await signedBadge(
      (unsigned) => {
        Object.assign(unsigned, {
          issuer: { id: theirs, type: ['Profile'], name: 'Stance' },
          validFrom: '2020-01-01T00:00:00Z',
        })
        delete unsigned.credentialStatus
        delete unsigned.validUntil
      },
      { did: theirs, signer: forger, now: new Date('2020-01-01') },
    )
    const { code, said } = await verify(file('forged.json', JSON.stringify(forged)), '--archive', await archiveWith([]))
    expect(said).toContain('its issuer is not one that is known here')
    expect(code).toBe(1)
  })

  it('finds a changed letter', async () => {
    const changed = JSON.stringify(badge).replace('Łukasiewicz', 'Lukasiewicz')
    const { code, said } = await verify(file('changed.json', changed), '--archive', await archiveWith([]))
    expect(said).toContain('Answer: not valid: The signature does not belong to this document.')
    expect(code).toBe(1)
  })

  it.each([
    ['no credential', () => [file('text.txt', 'Dear Sir or Madam')], /This file is not a credential/],
    ['no file', () => ['absent.json'], /There is no file absent.json/],
    ['nothing', () => [], /Usage: npm run credential:verify/],
    ['an archive that is none', () => [file('a.json', '{}'), '--archive', file('b.json', '{}')], /./],
  ])('says in a sentence what is wrong with %s', async (_, words, sentence) => {
    const { code, said } = await verify(...words())
    expect(said).toMatch(sentence)
    expect(said).not.toMatch(/^\s+at /m)
    expect(code).toBe(1)
  })

  it('hands no sign that steers a terminal to it', async () => {
    const steering = await signedBadge(
      (unsigned) => (unsigned.credentialSubject.identifier[1].identityHash = '\u001b[2JNoor'),
    )
    expect((await verify(file('steering.json', JSON.stringify(steering)))).said).not.toContain('\u001b')
  })
})
