import type { Page } from '@playwright/test'
import { VIGNETTE } from '../journey/answering.ts'
import { rateOwnAnswer } from '../journey/feedback.ts'
import { goTo, heading } from '../journey/story.ts'
import { expect } from '../support/test.ts'
import type { Given } from './marking.ts'
import { followNotice, type Story, type Writer } from './story.ts'

/** Rates the own answer before anything of the marks is shown, and then sees the two side by side. */
export async function readMarks(page: Page, unseen: string, { lookOver }: Story) {
  await followNotice(page, 'Your feedback is ready', 'Read your feedback')
  expect(await page.content()).not.toContain(unseen)
  await lookOver(page)
  await rateOwnAnswer(page)
  await expect(page.getByRole('region', { name: 'Feedback' })).toContainText(unseen)
  await lookOver(page)
}

/** From the marks to the appeal: what is too short comes back with what was typed. */
export async function appeal(page: Page, statement: string, { expectRefusal, lookOver }: Story) {
  const address = `/vignettes/${VIGNETTE.slug}/attempts/1/appeal`
  await page.getByRole('link', { name: 'Appeal against the marking' }).click()
  await expect(heading(page, 'Appeal against the marking')).toBeVisible()
  await page.getByLabel('Procedure').check()
  await page.getByLabel('What happened, and why does it matter?').fill('It was not fair.')
  expectRefusal(400, address)
  await page.getByRole('button', { name: 'Send the appeal' }).click()
  await expect(page.getByRole('alert')).toContainText('in a few sentences')
  await expect(page.getByLabel('Procedure')).toBeChecked()
  await lookOver(page)
  await page.getByLabel('What happened, and why does it matter?').fill(statement)
  await page.getByRole('button', { name: 'Send the appeal' }).click()
  await expect(page.getByText('Your appeal is being looked at')).toBeVisible()
  await lookOver(page)
}

/** Whoever marked or released the answer does not find the appeal. @param address where somebody else reads it. */
export async function expectNoAppeal(page: Page, address: string, { expectRefusal }: Story) {
  await page.goto('/appeals')
  await expect(page.locator(`a[href="${address}"]`)).toHaveCount(0)
  expectRefusal(404, address)
  await page.goto(address)
  await expect(heading(page, /An appeal/)).toHaveCount(0)
}

/** Somebody uninvolved takes it on, has all three marks before them and no name, and decides. @returns its address. */
export async function decideAppeal(page: Page, { name, email }: Writer, reasons: string, { lookOver }: Story) {
  await followNotice(page, 'An appeal waits for a decision', 'Read the appeal')
  const address = new URL(page.url()).pathname
  for (const trace of [...name.split(' '), email]) expect(await page.content()).not.toContain(trace)
  await lookOver(page)
  await page.getByRole('button', { name: 'Take this appeal on' }).click()
  await page.getByRole('radio', { name: 'Upheld', exact: true }).check()
  await page.getByLabel('Reasons').fill(reasons)
  await lookOver(page)
  await page.getByRole('button', { name: 'Decide this appeal' }).click()
  await expect(page.getByText('The appeal is decided; the trainee has been told.')).toBeVisible()
  await goTo(page, 'Appeals')
  await lookOver(page)
  return address
}

export async function readDecision(page: Page, reasons: string, { lookOver }: Story) {
  await followNotice(page, 'Your appeal has been decided', 'Read the decision')
  await expect(page.getByText('Your appeal is upheld')).toBeVisible()
  await expect(page.getByText(reasons)).toBeVisible()
  await lookOver(page)
}

/** What was given after the appeal stands; what was given before stays to be read. */
export async function readBothMarks(page: Page, before: Given, after: Given, { lookOver }: Story) {
  await page.goto(`/vignettes/${VIGNETTE.slug}/attempts/1`)
  const feedback = page.getByRole('region', { name: 'Feedback' })
  await expect(feedback).toContainText(after.overall)
  await expect(feedback.getByRole('region', { name: /^Earlier/ })).toContainText(`global rating ${before.global} of 7`)
  await lookOver(page)
}
