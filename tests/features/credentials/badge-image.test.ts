import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/people.ts'
import { downloadBadge } from '#app/features/credentials/badge-image.server.ts'
import { downloadCertificate, downloadCredential } from '#app/features/credentials/own-certificates.server.ts'
import { readFile } from '#app/features/credentials/reading/read-file.ts'
import { createAccount } from '#tests/support/accounts.ts'
import { onePersonWithCertificate } from '#tests/support/certificates.ts'

let noor: Actor
let number: string

beforeEach(async () => {
  ;({ noor, number } = await onePersonWithCertificate())
})

describe('the files of a certificate', () => {
  test('all carry the same credential', async () => {
    const credential = JSON.parse((await downloadCredential(noor, number)).text)
    const files = [
      (await downloadBadge(noor, number, 'png')).bytes,
      (await downloadBadge(noor, number, 'svg')).bytes,
      (await downloadCertificate(noor, number)).pdf,
      (await downloadCertificate(noor, number, 'letter')).pdf,
    ]
    for (const file of files) expect(await readFile(file)).toEqual({ credential })
  })

  test('are the same bytes whenever they are asked for', async () => {
    for (const format of ['png', 'svg'] as const)
      expect(await downloadBadge(noor, number, format)).toEqual(await downloadBadge(noor, number, format))
  })

  test('are nobody else’s', async () => {
    const sol = await createAccount('Sol', { roles: ['administrator', 'training_lead'] })
    await expect(downloadBadge(sol, number, 'png')).rejects.toMatchObject({ status: 404 })
  })
})
