import type { Page } from '@playwright/test'
import { expect } from '../support/test.ts'
import { heading, type Story } from './story.ts'

export const VIGNETTE = { slug: 'the-third-cancellation', title: 'The third cancellation' }
const SAY = 'What would you say next?'
const WHY = 'Why this, and why now?'

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

const box = (page: Page, name: string) => page.getByRole('textbox', { name })

/** Writes the first answer by the toolbar's buttons. */
export async function writeByToolbar(page: Page) {
  const press = (name: string) =>
    page
      .getByRole('toolbar', { name: `Formatting: ${SAY}` })
      .getByRole('button', { name })
      .click()
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
export async function expectWritten(say: ReturnType<typeof box>, why: ReturnType<typeof box>) {
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

/** Sees that all of it is saved, opens the page again and finds it. */
export async function findItSaved(page: Page, { lookOver }: Story) {
  await expectSaved(page)
  await lookOver(page)
  await page.reload()
  await expect(page.getByRole('toolbar')).toHaveCount(2)
  await expectWritten(box(page, SAY), box(page, WHY))
}

export async function expectSaved(page: Page) {
  const line = page.locator('main')
  await expect(line.getByText(/Saving …|Kept in this browser|Not saved yet/)).toHaveCount(0)
  await expect(line.getByText(/^Saved \d\d:\d\d$/)).toBeAttached()
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
