import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

const FORMS = ['.pdf', '.pdf?paper=letter', '.png', '.svg', '.json']

const choose = (page: Page, name: string, buffer: Buffer) =>
  page.getByLabel('The PDF, badge or credential').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })

test('a certificate’s files are checked in the browser, whichever of them one was sent, and a changed letter is found', async ({
  page,
  signIn,
  openBrowser,
  expectAccessible,
}) => {
  await signIn('sol')
  await page.goto('/certificates')
  const address = await page
    .getByRole('link', { name: /\/verify\/STN-/ })
    .first()
    .getAttribute('href')
  const number = address?.split('/').at(-1)
  const fileOf = async (end: string) => (await page.request.get(`/certificates/${number}${end}`)).body()

  // Somebody else's browser, without an account.
  const employer = await openBrowser()
  const asked: string[] = []
  employer.on('request', (request) => asked.push(request.url()))
  await employer.goto('/verify')
  expect(asked.filter((url) => url.includes('check-file'))).toEqual([])
  const answer = employer.getByRole('status')

  for (const end of FORMS) {
    await choose(employer, `sent${end.slice(0, 4)}`, await fileOf(end))
    await expect(answer).toContainText('This file is valid')
    await expect(answer).toContainText('Sol Abrahamsen')
    await expect(answer).toContainText('Revoked or suspended: Passed')
  }
  await expectAccessible(employer)
  expect(asked.filter((url) => new URL(url).origin !== new URL(employer.url()).origin)).toEqual([])

  const changed = (await fileOf('.json')).toString().replace('Sol Abrahamsen', 'Sal Abrahamsen')
  await choose(employer, 'changed.json', Buffer.from(changed))
  await expect(answer).toContainText('Do not rely on this file')
  await expect(answer).toContainText('Unchanged since it was signed: Failed')
  await expect(answer).toContainText('Its days: Passed')

  await choose(employer, 'holiday.png', Buffer.from('no picture'))
  await expect(answer).toContainText('nothing to check')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the number is the way, and no file is asked for', async ({ page }) => {
    await page.goto('/verify')
    await expect(page.getByLabel('Certificate number')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Or check a file' })).toBeHidden()
  })
})
