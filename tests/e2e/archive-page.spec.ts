import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { bakePng } from '#app/domain/credential/baked-png.ts'
import { encodeBase58 } from '#app/domain/credential/multibase.ts'
import { archivePage } from '#scripts/credential/archive-page.ts'
import { issuerWith, type Json, signedBadge, signedList, signer } from '#tests/support/badges.ts'
import { expect, test } from './support/test.ts'

const EXPORTED = '2026-11-28T10:00:00Z'

/** An archive as `npm run credential:archive` writes it, of an installation that is gone. */
async function pageOfArchive(file: string): Promise<string> {
  const dated = (list: Json) => Object.assign(list, { validFrom: EXPORTED, validUntil: '2026-12-05T10:00:00Z' })
  const contents = JSON.stringify({
    exportedAt: EXPORTED,
    issuers: [{ name: 'Stance', document: issuerWith().document }],
    keys: [{ id: signer.publicKey, adoptedAt: '2020-01-01T00:00:00Z', retiredAt: null, revokedAt: null }],
    statusLists: [await signedList('revocation', [], dated), await signedList('suspension', [], dated)],
  })
  const value = `z${encodeBase58(await signer.sign(Buffer.from(contents)))}`
  const archive = { format: 'stance-credential-archive/1', contents, signature: { key: signer.publicKey, value } }
  writeFileSync(file, await archivePage(archive))
  return pathToFileURL(file).href
}

test('the page of the archive checks a file from a disk, and asks nobody', async ({ page, expectAccessible }, info) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const address = await pageOfArchive(info.outputPath('archive.html'))
  await page.goto(address)
  await expect(page.locator('main')).toContainText(`signed by ${signer.publicKey}`)

  const badge = await signedBadge(
    (unsigned) => {
      unsigned.validFrom = '2020-01-01T00:00:00Z'
      delete unsigned.validUntil
    },
    { now: new Date('2020-01-01') },
  )
  const buffer = Buffer.from(bakePng(readFileSync('public/badges/course.png'), JSON.stringify(badge)))
  const field = page.getByLabel('The PDF, badge or credential')
  await field.setInputFiles({ name: 'badge.png', mimeType: 'image/png', buffer })
  await expect(page.getByRole('status')).toContainText('Signature valid, status as of 2026-11-28')
  await expectAccessible(page)

  badge.name = 'Another'
  await field.setInputFiles({
    name: 'changed.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(badge)),
  })
  await expect(page.getByRole('status')).toContainText('Not valid: The signature does not belong to this document.')
  expect(asked).toEqual([address])
})
