import type { Page } from '@playwright/test'
import { declareAndSubmit, VIGNETTE } from '../journey/answering.ts'
import { box, SAY, WHY } from '../journey/writing.ts'
import { expect } from '../support/test.ts'
import type { Story, Writer } from './story.ts'

/** Enrols, writes the answer and hands it in. */
export async function handIn({ say, why }: Writer, page: Page) {
  await page.goto('/courses/therapeutic-stance')
  await page.getByRole('button', { name: 'Start this course' }).click()
  await expect(page.getByText('The course is yours.')).toBeVisible()
  await page.goto(`/vignettes/${VIGNETTE.slug}`)
  await page.getByRole('link', { name: 'Go on to the vignette' }).click()
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByRole('toolbar')).toHaveCount(2)
  await box(page, SAY).click()
  await page.keyboard.insertText(say)
  await box(page, WHY).click()
  await page.keyboard.insertText(why)
  await declareAndSubmit(page)
}

/** Until the release there is nothing to be learnt of any mark. */
export async function expectNoMark(page: Page, words: string, { lookOver }: Story) {
  await page.goto(`/vignettes/${VIGNETTE.slug}/attempts/1`)
  await expect(page.getByText('Your answer is in')).toBeVisible()
  expect(await page.content()).not.toContain(words)
  await lookOver(page)
}
