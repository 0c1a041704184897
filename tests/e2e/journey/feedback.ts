import type { Page } from '@playwright/test'
import { expect } from '../support/test.ts'
import { VIGNETTE } from './answering.ts'
import { MARK, OVERALL } from './mark.ts'
import { goTo, type Story } from './story.ts'

/** Until the release a trainee learns only that the answer is in. */
export async function expectNothingYet(page: Page, { lookOver }: Story) {
  await page.goto(`/vignettes/${VIGNETTE.slug}/attempts/1`)
  await expect(page.getByText('Your answer is in')).toBeVisible()
  expect(await page.content()).not.toContain(OVERALL)
  await expect(page.getByRole('heading', { name: 'Model discussion' })).toHaveCount(0)
  await goTo(page, 'Notices')
  await expect(page.getByText('Your feedback is ready')).toHaveCount(0)
  await lookOver(page)
}

/** The trainee is led by the notice to marks, comments and the model discussion. */
export async function readFeedback(page: Page, { lookOver }: Story) {
  await goTo(page, 'Notices')
  await expect(page.getByRole('heading', { name: 'Your feedback is ready' })).toBeVisible()
  await page.getByRole('link', { name: 'Read your feedback' }).click()
  expect(await page.content()).not.toContain(OVERALL)
  await lookOver(page)
  await rateOwnAnswer(page)
  const feedback = page.getByRole('region', { name: 'Feedback' })
  await expect(feedback.getByText('Passed', { exact: true })).toBeVisible()
  for (const [title, level, comment] of MARK) {
    await expect(feedback.getByRole('heading', { name: `${title} ${level} of 7` })).toBeVisible()
    await expect(feedback).toContainText(comment)
  }
  await expect(feedback).toContainText(OVERALL)
  await expect(page.getByRole('heading', { name: 'Model discussion' })).toBeVisible()
  await lookOver(page)
}

/** Before the marks are shown, the trainee says on the same rubric how good the answer was. */
export async function rateOwnAnswer(page: Page) {
  for (const title of [...MARK.map(([criterion]) => criterion), 'On the whole'])
    await page.getByRole('group', { name: title }).getByRole('radio', { name: '5' }).check()
  await page.getByRole('button', { name: 'Keep my rating' }).click()
  await expect(page.getByRole('table', { name: 'Your own rating and the mark' })).toBeVisible()
}
