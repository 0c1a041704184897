import type { Page } from '@playwright/test'
import { freePort } from '#scripts/database/port.ts'
import { wordLists } from '#tests/rich-text/pasted-samples.ts'
import { startApp } from './support/server.ts'
import { createSession, endSessions } from './support/session.ts'
import { expect, test } from './support/test.ts'

/** Noor has this answer under way. */
const ANSWER = '/vignettes/the-third-cancellation/answer'

// A server that is away, a session that has ended and a version from elsewhere are also words in the console.
test.use({ harmless: /ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|401|409/ })

const box = (page: Page) => page.getByRole('textbox', { name: 'What would you say next?' })
const status = (page: Page) => page.getByRole('status').filter({ hasText: /\w/ })
const saved = (page: Page) =>
  expect(page.locator('main').getByText(/^Saved \d\d:\d\d$/)).toBeVisible({ timeout: 15_000 })

async function open(page: Page, address = ANSWER) {
  await page.goto(address)
  await expect(page.getByRole('toolbar').first()).toBeVisible()
}

/** Replaces what stands in the box by words that no other test writes. */
async function write(page: Page, words: string) {
  await box(page).click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(words)
}

test('a sentence is there again after its tab was closed in the middle of it, whatever the clock of the device says then', async ({
  page,
  context,
  signIn,
}) => {
  const sentence = `It was two, and I said thr ${Date.now()}`
  await signIn('noor')
  await open(page)
  await write(page, sentence)
  await page.close()

  await context.clock.setSystemTime('2031-05-01')
  const again = await context.newPage()
  await open(again)
  await expect(box(again)).toHaveText(sentence)
  await expect(again.locator('main').getByText(/^Saved (.*, )?\d\d:\d\d$/)).toBeVisible({ timeout: 15_000 })
})

test('writing goes on while the server is away, and what was written is saved once it is back', {
  tag: '@wide-only',
}, async ({ page, context }) => {
  const port = await freePort()
  const address = `http://localhost:${port}`
  await context.addCookies([{ name: 'stance', value: await createSession('noor'), url: address }])
  let app = await startApp(port)
  try {
    await open(page, address + ANSWER)
    await write(page, 'Before.')
    await saved(page)
    await app.stop('SIGKILL')

    const sentence = `While nobody listened ${Date.now()}`
    await write(page, sentence)
    await expect(status(page)).toHaveText('Not connected: kept in this browser, trying again.')
    app = await startApp(port)
    await saved(page)
    await page.reload()
    await expect(box(page)).toHaveText(sentence)
  } finally {
    await app.stop()
  }
})

test('what was written while the server was away is there when the page is opened again', {
  tag: '@phone-only',
}, async ({ page, context }) => {
  const port = await freePort()
  const address = `http://localhost:${port}`
  await context.addCookies([{ name: 'stance', value: await createSession('noor'), url: address }])
  let app = await startApp(port)
  try {
    await open(page, address + ANSWER)
    await app.stop('SIGKILL')
    const sentence = `And then the tab was gone too ${Date.now()}`
    await write(page, sentence)
    await expect(status(page)).toHaveText(/Not connected/)
    await page.close()
    app = await startApp(port)

    const again = await context.newPage()
    await open(again, address + ANSWER)
    await expect(box(again)).toHaveText(sentence)
    await saved(again)
    await expect.poll(() => again.evaluate(() => Object.keys(localStorage))).toEqual([])
  } finally {
    await app.stop()
  }
})

test('writing goes on after the session ended, and is saved when the same person signs in again', async ({
  page,
  signIn,
}) => {
  const sentence = `Signed out in mid-air ${Date.now()}`
  await signIn('noor')
  await open(page)
  await endSessions('noor')
  await write(page, sentence)
  await expect(status(page)).toHaveText('You have been signed out. What you wrote is safe in this browser.')
  await expect(page.getByRole('link', { name: 'Sign in again' })).toBeVisible()
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('mid-air')

  await signIn('noor')
  await saved(page)
  await page.reload()
  await expect(box(page)).toHaveText(sentence)
})

test('a second tab with an older text shows both and overwrites nothing', async ({
  page,
  context,
  signIn,
  expectAccessible,
}) => {
  const [first, second] = [`From the first tab ${Date.now()}`, `From the second tab ${Date.now()}`]
  await signIn('noor')
  await open(page)
  const other = await context.newPage()
  await open(other)
  await write(other, second)
  await saved(other)
  await write(page, first)

  const versions = page.getByRole('alert', { name: 'Two versions of this' })
  await expect(versions).toContainText(first)
  await expect(versions).toContainText(second)
  await expectAccessible(page)
  await versions.getByRole('button', { name: 'Go on with this other version' }).click()
  await expect(box(page)).toHaveText(second)
  await expect(versions).toBeHidden()
  await other.reload()
  await expect(box(other)).toHaveText(second)
})

test('what one person left unsent stays closed to the next at the same computer', async ({ page, signIn }) => {
  const sentence = `Only for Noor ${Date.now()}`
  await signIn('noor')
  await open(page)
  await endSessions('noor')
  await write(page, sentence)
  await expect(status(page)).toHaveText(/signed out/)

  await signIn('ada')
  await page.goto('/learn')
  expect(await page.evaluate(() => Object.values(localStorage).join())).not.toContain('Only for Noor')
  await signIn('noor')
  await open(page)
  await expect(box(page)).toHaveText(sentence)
  await saved(page)
})

test('signing out warns of work that only this browser has', async ({ page, signIn, expectAccessible }) => {
  await signIn('noor')
  await open(page)
  await endSessions('noor')
  await write(page, `Unsent ${Date.now()}`)
  await expect(status(page)).toHaveText(/signed out/)
  await page.getByRole('button', { name: /Your account/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()

  const dialog = page.getByRole('dialog', { name: 'Some of your work has not been sent' })
  await expect(dialog).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Delete it and sign out' }).click()
  await expect(page).toHaveURL(/sign-in/)
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toEqual([])
})

test('what is typed into a plain form is there again when its page is opened anew, and gone once it is sent', async ({
  page,
  context,
  signIn,
  expectAccessible,
}) => {
  const words = `What I read on the ward worries me ${Date.now()}`
  const text = (of: Page) => of.getByLabel('What worries you?')
  await signIn('noor')
  await page.goto('/concern')
  await expect(page.getByText('Saved as you write')).toBeVisible()
  await text(page).fill(words)
  await page.close()

  const again = await context.newPage()
  await again.goto('/concern')
  await expect(text(again)).toHaveValue(words)
  await expect(again.getByText('What you had written here is back')).toBeVisible()
  await expectAccessible(again)

  await endSessions('noor')
  await text(again).fill(`${words}, and more.`)
  const send = again.getByRole('button', { name: 'Raise this concern' })
  await send.click()
  await expect(again.getByRole('alert')).toContainText('Not sent yet')
  await signIn('noor')
  await send.click()
  await expect(again.getByText('Thank you. Your concern has reached')).toBeVisible()
  await again.goto('/concern')
  await expect(again.getByText('Saved as you write')).toBeVisible()
  await expect(text(again)).toHaveValue('')
})

test('what is pasted from Word becomes lists, and the keyboard alone reaches every button', async ({
  page,
  signIn,
}) => {
  await signIn('noor')
  await open(page)
  await write(page, '')
  await page.keyboard.press('Delete')
  await box(page).evaluate((element, html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, wordLists)
  await expect(box(page).getByRole('listitem').first()).toContainText('read the diary')
  await expect(box(page)).not.toContainText('·')

  const toolbar = page.getByRole('toolbar').first()
  await toolbar.getByRole('button', { name: 'Bold' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(toolbar.getByRole('button', { name: 'Italic' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(box(page)).toBeFocused()
  await expect(toolbar.getByRole('button', { name: 'Italic' })).toHaveAttribute('aria-pressed', 'true')
  await saved(page)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('an answer is saved for later by its button', async ({ page, signIn }) => {
    const sentence = `Typed into a plain box ${Date.now()}`
    await signIn('noor')
    await page.goto(ANSWER)
    await page.getByLabel('What would you say next?').fill(sentence)
    await page.getByRole('button', { name: 'Save it for later' }).click()
    await expect(page.getByText('Your answer is saved.')).toBeVisible()
    await expect(page.getByLabel('What would you say next?')).toHaveValue(sentence)
  })
})
