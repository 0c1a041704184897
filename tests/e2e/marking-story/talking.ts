import type { Page } from '@playwright/test'
import { pressByKeyboard, tabTo } from '../journey/keyboard.ts'
import { chooseLevel } from '../journey/mark.ts'
import { heading } from '../journey/story.ts'
import { expect } from '../support/test.ts'
import { followNotice, type Story } from './story.ts'

/** Sees both marks, and proposes one without a mouse: what the two agree on stands there already. */
export async function proposeByKeyboard(
  page: Page,
  [criterion, level, note]: readonly [string, number, string],
  { lookOver }: Story,
) {
  await expect(heading(page, 'Two marks of one script')).toBeVisible()
  await expect(page.getByRole('heading', { name: `${criterion} Only one could rate it` })).toBeVisible()
  await lookOver(page)
  const propose = page.locator('summary', { hasText: 'Propose a mark' })
  await tabTo(page, propose)
  await page.keyboard.press('Enter')
  await chooseLevel(page, criterion, level)
  await tabTo(page, page.getByRole('textbox', { name: 'A word to the other marker' }))
  await page.keyboard.insertText(note)
  await pressByKeyboard(page, 'Propose this mark')
  await expect(page.getByRole('heading', { name: 'You propose this mark' })).toBeVisible()
  await lookOver(page)
}

/** Is led there by a notice, reads the word, and accepts without a mouse. */
export async function acceptByKeyboard(page: Page, note: string, { lookOver }: Story) {
  await followNotice(page, 'The other marker has answered', 'Open the talk')
  await expect(page.getByRole('heading', { name: 'The other marker proposes this mark' })).toBeVisible()
  await expect(page.getByText(note)).toBeVisible()
  await lookOver(page)
  await pressByKeyboard(page, 'Accept this mark')
  await expect(page.getByText(/^The two markers agreed: global rating \d, passed$/)).toBeVisible()
  await lookOver(page)
}
