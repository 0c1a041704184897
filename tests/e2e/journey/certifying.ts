import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { CERTIFICATE_RANDOM_BYTES, certificateNumber } from '#app/domain/identifiers.ts'
import { expect } from '../support/test.ts'
import { goTo, heading, type Story } from './story.ts'

/** The pathway counts the course and its vignette, and says what comes next. */
export async function seeProgress(page: Page, { lookOver }: Story) {
  await goTo(page, 'My learning')
  await expect(page.getByText('Your certificate is being prepared')).toBeVisible()
  await lookOver(page)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Progress' }).click()
  // Each requirement opens to its evidence, and says how it stands before it is opened.
  for (const requirement of ['Therapeutic stance', 'Stance vignette passed'])
    await expect(page.locator('summary', { hasText: `Met: ${requirement}` })).toBeVisible()
  await lookOver(page)
}

/** Accreditation staff find the trainee, read the certificate before it exists, and issue it. */
export async function issueCertificate(page: Page, { trainee, lookOver }: Story) {
  await page.goto('/accreditation')
  await page.getByLabel('Name', { exact: true }).fill(trainee.name)
  await page.getByRole('button', { name: 'Show' }).click()
  await lookOver(page)
  await page.getByLabel(trainee.name).check()
  await page.getByRole('button', { name: 'See the certificates of those ticked' }).click()
  await expect(heading(page, 'Issue this certificate?')).toBeVisible()
  await expect(page.getByRole('article')).toContainText(trainee.name)
  await lookOver(page)
  await page.getByRole('button', { name: 'Issue 1 certificate' }).click()
  await expect(page.getByText('1 certificate issued. The holder has been told.')).toBeVisible()
}

/** The trainee is told, and takes the PDF away. @returns the certificate's number. */
export async function fetchCertificate(page: Page, { trainee, lookOver }: Story): Promise<string> {
  await goTo(page, 'Notices')
  await page.getByRole('link', { name: 'Open your certificates' }).click()
  await lookOver(page)
  const number = (await page.getByText(/^STN(-\w+)+$/).textContent()) ?? ''
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: /^Download PDF/ }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe(`${number}.pdf`)
  const text = await textOfPdf(await readFile(await download.path()))
  for (const words of [trainee.name, number, 'Therapeutic stance', '2.5 hours']) expect(text).toContain(words)
  return number
}

async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  expect(document.numPages).toBe(1)
  const { items } = await (await document.getPage(1)).getTextContent()
  return items.map((item) => ('str' in item ? item.str : '')).join('')
}

/** Somebody without an account follows the certificate's own address. */
export async function verifyAsAnybody(page: Page, address: string, { trainee, lookOver }: Story) {
  await page.goto(address)
  await expect(heading(page, 'This certificate is valid')).toBeVisible()
  await expect(page.getByRole('article')).toContainText(trainee.name)
  await lookOver(page)
}

/** A slip in typing is told from a number that was never issued. */
export async function verifyWrongNumbers(page: Page, number: string, { expectRefusal, lookOver }: Story) {
  const mistyped = number.slice(0, -1) + (number.endsWith('7') ? '8' : '7')
  await page.goto('/verify')
  await page.getByLabel('Certificate number').fill(mistyped)
  expectRefusal(400, `/verify?number=${mistyped}`)
  await page.getByRole('button', { name: 'Verify' }).click()
  await expect(page.getByText('At least one character of this number is wrong or out of place.')).toBeVisible()
  await lookOver(page)

  expectRefusal(404, `/verify/${mistyped}`)
  await page.goto(`/verify/${mistyped}`)
  await expect(heading(page, 'This number has a mistake in it')).toBeVisible()
  await lookOver(page)

  const unknown = certificateNumber(randomBytes(CERTIFICATE_RANDOM_BYTES))
  expectRefusal(404, `/verify/${unknown}`)
  await page.goto(`/verify/${unknown}`)
  await expect(heading(page, 'There is no certificate with this number')).toBeVisible()
  await lookOver(page)
}
