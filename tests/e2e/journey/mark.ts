import type { Page } from '@playwright/test'
import { expect } from '../support/test.ts'
import { tabTo } from './keyboard.ts'
import { expectAnonymous, type Script } from './script.ts'
import type { Story } from './story.ts'
import { expectSaved } from './writing.ts'

/** In the order of the rubric: a level, and what the trainee is told. */
export const MARK: [title: string, level: number, comment: string][] = [
  ['Not knowing', 5, 'You keep your guess apart from what you saw.'],
  ['Patience', 4, ''],
  ['Acceptance', 5, 'The bag on his shoulder shows that you went back with him.'],
  ['Active questioning', 6, 'One question, about one moment.'],
  ['Not forcing understanding', 4, ''],
  ['Own mistakes', 7, 'Plain, and first.'],
]
export const OVERALL = 'Good work: you own the number before you ask anything of him.'

/** Gives every level and comment without a mouse, with a reload in the middle of it. */
export async function markByKeyboard(page: Page, script: Script, story: Story) {
  const middle = MARK.length / 2
  await expect(page.getByText('Saved as you write')).toBeVisible()
  for (const rating of MARK.slice(0, middle)) await rate(page, rating)
  await expectSaved(page)
  await page.reload()
  // What is pressed before the page has come to life is not kept.
  await expect(page.locator('main').getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
  for (const rating of MARK.slice(0, middle)) await expectRated(page, rating)
  await expectAnonymous(page, story.trainee, script)

  for (const rating of MARK.slice(middle)) await rate(page, rating)
  await chooseLevel(page, 'Global rating', 5)
  await expect(page.getByRole('region', { name: 'By the rule' })).toContainText('Passed')
  await expectSaved(page)
  await story.lookOver(page)
}

/** The same mark on the plain form. */
export async function markByForm(page: Page) {
  for (const [title, level, comment] of MARK) {
    await levelOf(page, title, level).check()
    await commentOn(page, title).fill(comment)
  }
  await levelOf(page, 'Global rating', 5).check()
  await page.getByRole('textbox', { name: 'Overall comment' }).fill(OVERALL)
}

async function rate(page: Page, [title, level, comment]: (typeof MARK)[number]) {
  await chooseLevel(page, title, level)
  if (!comment) return
  await page.keyboard.press('Tab')
  await expect(commentOn(page, title)).toBeFocused()
  await page.keyboard.insertText(comment)
}

export async function chooseLevel(page: Page, title: string, level: number) {
  await tabTo(page, levelOf(page, title, 1))
  await page.keyboard.press('Space')
  for (let given = 1; given < level; given += 1) await page.keyboard.press('ArrowRight')
  await expect(levelOf(page, title, level)).toBeChecked()
}

export async function expectRated(page: Page, [title, level, comment]: (typeof MARK)[number]) {
  await expect(levelOf(page, title, level)).toBeChecked()
  await expect(commentOn(page, title)).toHaveValue(comment)
}

export const levelOf = (page: Page, title: string, level: number | 'Not rateable') =>
  page.getByRole('region', { name: title, exact: true }).getByRole('radio', { name: String(level) })
export const commentOn = (page: Page, title: string) =>
  page.getByRole('region', { name: title, exact: true }).getByLabel('Comment on')
