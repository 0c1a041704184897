import { describe, expect, test } from 'vitest'
import { readCertificate } from '#app/features/portfolio/certificate-file.server.ts'
import { PNG } from '#tests/support/evidence.ts'
import { PDF } from '#tests/support/pdf.ts'

const read = (bytes: Uint8Array, name = 'scan.pdf') => readCertificate({ file: { name, bytes } })
const text = (content: string) => new TextEncoder().encode(content)

describe('a certificate', () => {
  test('is a PDF, PNG or JPEG by its content, whatever its name says', async () => {
    expect(await read(PDF, 'scan.png')).toMatchObject({ mediaType: 'application/pdf', name: 'scan.png' })
    expect(await read(PNG, 'scan.exe')).toMatchObject({ mediaType: 'image/png' })
    expect(await read(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]))).toMatchObject({
      mediaType: 'image/jpeg',
    })
  })

  test.each([
    ['a program', text('MZ\u0090\u0000 a program')],
    ['a page', text('<!doctype html><script>alert(1)</script>')],
    ['a drawing that can run scripts', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['an archive', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0])],
    ['text', text('My certificate.')],
    ['the first bytes of a PNG', PNG.slice(0, 5)],
  ])('is not %s that is named like one', async (_, bytes) => {
    expect(await read(bytes)).toEqual({ fault: expect.stringContaining('not a PDF, PNG or JPEG') })
  })

  test('broken in the middle of its head is read without a fault of ours', async () => {
    for (let length = 1; length < PNG.length; length++) expect(await read(PNG.slice(0, length))).toBeTruthy()
    for (let length = 1; length < 40; length++) expect(await read(PDF.slice(0, length))).toBeTruthy()
  })

  test('of no bytes, too large or broken off is refused in plain words; none at all is none', async () => {
    expect(await read(new Uint8Array())).toEqual({ fault: 'This file is empty.' })
    expect(await readCertificate({ trouble: 'too-large' })).toEqual({ fault: expect.stringContaining('10 MB') })
    expect(await readCertificate({ trouble: 'broken-off' })).toEqual({ fault: expect.stringContaining('broke off') })
    expect(await readCertificate({})).toBeNull()
  })
})
