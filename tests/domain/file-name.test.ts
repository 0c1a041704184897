import { describe, expect, test } from 'vitest'
import { shownBytes, shownFileName } from '#app/domain/file-name.ts'

describe('the name of an uploaded file', () => {
  test.each([
    ['certificate.pdf', 'certificate.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\noor\\scan.png', 'scan.png'],
    ['/', 'Unnamed file'],
    ['..', 'Unnamed file'],
    ['', 'Unnamed file'],
    ['  a   name .pdf ', 'a name .pdf'],
    ['Łódź – 証明書.pdf', 'Łódź – 証明書.pdf'],
  ])('%j is shown as %j', (given, shown) => expect(shownFileName(given)).toBe(shown))

  test('shows nothing unseen, so that it cannot seem to end otherwise than it does', () => {
    expect(shownFileName('invoice\u202Efdp.exe')).toBe('invoicefdp.exe')
    expect(shownFileName('a\u0000b\r\nc\u200B\u2066.pdf')).toBe('abc.pdf')
  })

  test('of 300 characters is cut with its ending kept', () => {
    const shown = shownFileName(`${'x'.repeat(296)}.pdf`)
    expect([...shown]).toHaveLength(100)
    expect(shown).toMatch(/^x+…\.pdf$/)
  })

  test('is not cut within a character', () => expect(shownFileName(`${'😀'.repeat(200)}a.png`)).not.toMatch(/\uFFFD/))
})

test('a size is said as people say it', () => {
  expect([10, 2048, 1_500_000, 10 * 1024 * 1024].map(shownBytes)).toEqual(['1 KB', '2 KB', '1.4 MB', '10.0 MB'])
})
