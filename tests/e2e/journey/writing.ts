import type { Locator, Page } from '@playwright/test'
import { expect } from '../support/test.ts'

export const SAY = 'What would you say next?'
export const WHY = 'Why this, and why now?'

export const box = (page: Page, name: string) => page.getByRole('textbox', { name })

/** Writes the first answer by the toolbar's buttons. */
export async function writeByToolbar(page: Page) {
  const toolbar = page.getByRole('toolbar', { name: `Formatting: ${SAY}` })
  const press = async (name: string) => {
    const button = toolbar.getByRole('button', { name })
    const wasOn = (await button.getAttribute('aria-pressed')) === 'true'
    await button.click()
    // Whoever writes looks at the button; the text is theirs again a moment after the press.
    await expect(button).toHaveAttribute('aria-pressed', String(!wasOn))
    await expect(box(page, SAY)).toBeFocused()
  }
  const type = (text: string) => page.keyboard.type(text)
  await box(page, SAY).click()
  await type('No, it was ')
  await press('Bold')
  await type('two')
  await press('Bold')
  await type('. The first was ours, and I counted it as yours.')
  await page.keyboard.press('Enter')
  await press('Quotation')
  await type('You never said how’ve you been. You said third.')
  await page.keyboard.press('Enter')
  await press('Quotation')
  await type('What was it like to hear that, with the bag still on your shoulder?')
}

/** Writes the second answer without leaving the keyboard. */
export async function writeByKeyboard(page: Page) {
  const { keyboard } = page
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await expect(box(page, WHY)).toBeFocused()
  await keyboard.press('Control+Alt+2')
  await keyboard.type('What I noticed')
  await keyboard.press('Enter')
  await keyboard.press('Control+Shift+8')
  await keyboard.type('His knee is going faster.')
  await keyboard.press('Enter')
  await keyboard.type('I was irritated, and hid in the diary.')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.type('I keep my guess about the christening to myself, ')
  await keyboard.press('Control+I')
  await keyboard.type('for now')
  await keyboard.press('Control+I')
  await keyboard.type('.')
}

export const PLAIN = {
  say: 'No, it was two. What was it like to hear me say three?',
  why: 'I own the number first. I keep my guess about the christening to myself.',
}

/** Writes both answers where no editor comes. */
export async function writeInPlainBoxes(page: Page) {
  await page.getByLabel(SAY).fill(PLAIN.say)
  await page.getByLabel(WHY).fill(PLAIN.why)
}

/** What was written, with every kind of formatting, as the editor or a later page shows it. */
export async function expectWritten(say: Locator, why: Locator) {
  await expect(say.locator('strong')).toHaveText('two')
  await expect(say.locator('blockquote')).toHaveText('You never said how’ve you been. You said third.')
  await expect(say).toContainText('What was it like to hear that')
  await expect(why.getByRole('heading', { name: 'What I noticed' })).toBeVisible()
  await expect(why.getByRole('listitem')).toHaveText([
    'His knee is going faster.',
    'I was irritated, and hid in the diary.',
  ])
  await expect(why.locator('em')).toHaveText('for now')
}

export async function expectSaved(page: Page) {
  const line = page.locator('main')
  await expect(line.getByText(/Saving …|Kept in this browser|Not saved yet/)).toHaveCount(0)
  await expect(line.getByText(/^Saved \d\d:\d\d$/)).toBeAttached()
}
