import type { Page } from '@playwright/test'
import { expect } from '../support/test.ts'
import { heading, type Story } from './story.ts'
import { box, expectSaved, expectWritten, SAY, WHY } from './writing.ts'

export const VIGNETTE = { slug: 'the-third-cancellation', title: 'The third cancellation' }

/** Meets the content warning before anything of the case, goes on, and begins an attempt. */
export async function beginVignette(page: Page, { lookOver }: Story) {
  await page.getByRole('link', { name: VIGNETTE.title }).click()
  await expect(heading(page, VIGNETTE.title)).toBeVisible()
  await expect(page.getByRole('region', { name: 'What you will meet in this vignette' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Begin' })).toHaveCount(0)
  await lookOver(page)
  await page.getByRole('link', { name: 'Go on to the vignette' }).click()
  await lookOver(page)
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page).toHaveURL(`/vignettes/${VIGNETTE.slug}/answer`)
  await lookOver(page)
}

/** Sees that all of it is saved, opens the page again and finds it. */
export async function findItSaved(page: Page, { lookOver }: Story) {
  await expectSaved(page)
  await lookOver(page)
  await page.reload()
  await expect(page.getByRole('toolbar')).toHaveCount(2)
  await expectWritten(box(page, SAY), box(page, WHY))
}

/** Declares and submits; the answer is in, as it was written, and no page lets it be changed. */
export async function submitAnswer(page: Page, story: Story) {
  await declareAndSubmit(page)
  const written = page.getByRole('region', { name: 'What you wrote' })
  await expectWritten(written.getByRole('region', { name: SAY }), written.getByRole('region', { name: WHY }))
  await story.lookOver(page)
  await page.goto(`/vignettes/${VIGNETTE.slug}/answer`)
  await expect(page).toHaveURL(`/vignettes/${VIGNETTE.slug}`)
  await expect(page.getByText('Waiting for feedback')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Begin/ })).toHaveCount(0)
  await story.lookOver(page)
}

export async function declareAndSubmit(page: Page) {
  await page.getByLabel('This is my own work.').check()
  await page.getByLabel('Nothing in it could identify a real patient.').check()
  await page.getByRole('button', { name: 'Submit your answer' }).click()
  await expect(page.getByText('Your answer is in')).toBeVisible()
}

/** A tab that was left open still has the editor. What is written there now is refused, and it says why. */
export async function writeInTabLeftOpen(tab: Page, attemptId: string, { expectRefusal }: Story) {
  expectRefusal(410, `/drafts/answer/${attemptId}`)
  await box(tab, SAY).click()
  await tab.keyboard.type('And another thing.')
  await expect(tab.getByRole('status').filter({ hasText: 'This attempt has been submitted' })).toBeVisible()
}
