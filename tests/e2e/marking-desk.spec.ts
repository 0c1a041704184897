import type { Page } from '@playwright/test'
import { freePort } from '#scripts/database/port.ts'
import { startApp } from './support/server.ts'
import { createSession, endSessions } from './support/session.ts'
import { expect, test } from './support/test.ts'

// A server that is away, a session that has ended and a version from elsewhere are also words in the console.
test.use({ harmless: /ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|401|409/ })

/** Lena has this script in hand; nobody here locks it. @returns its address. */
async function openScript(page: Page, base = ''): Promise<string> {
  await page.goto(`${base}/marking?state=yours`)
  const link = page.getByRole('table').getByRole('link').first()
  const address = await link.getAttribute('href')
  await page.goto(base + address)
  await alive(page)
  return base + address
}

/** The page has come to life: what is typed from now on is kept. */
const alive = (page: Page) =>
  expect(
    page
      .getByText('Saved as you write')
      .or(page.getByText(/^Saved /))
      .first(),
  ).toBeVisible()
const saved = (page: Page) =>
  expect(page.locator('main').getByText(/^Saved \d\d:\d\d$/)).toBeVisible({ timeout: 15_000 })
const status = (page: Page) => page.getByRole('status').filter({ hasText: /\w/ }).first()
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const comment = (page: Page, name: string) => part(page, name).getByLabel('Comment on')
const overall = (page: Page) => page.getByRole('textbox', { name: 'Overall comment' })
const passages = (page: Page) => page.getByRole('list', { name: 'Comments on passages' })

test('a script is marked and locked with single keys, the comment bank and comments on passages', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(90_000)
  await signIn('tomas')
  await page.goto('/marking?vignette=the-third-cancellation')
  await page.getByRole('button', { name: 'Take the next one' }).click()
  await alive(page)

  // The page listens from the moment on at which it has come to life.
  await expect(async () => {
    await page.keyboard.press('k')
    await expect(part(page, 'Not knowing')).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('3')
  await expect(part(page, 'Not knowing').getByRole('radio', { name: '3' })).toBeChecked()

  await page.keyboard.press('b')
  const search = page.getByRole('combobox', { name: /keep on “Not knowing”/ })
  await expect(search).toBeFocused()
  await page.keyboard.type('quoted')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(comment(page, 'Not knowing')).toBeFocused()
  await page.keyboard.type('"What happened then?"')
  await expect(comment(page, 'Not knowing')).toHaveValue(/^"?"What happened then\?"/)

  for (const level of ['4', '5', '5', '4', '6', '5']) {
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    await page.keyboard.press(level)
  }
  await expect(part(page, 'Global rating').getByRole('radio', { name: '5' })).toBeChecked()

  // Out of habit, on a level: nothing is sent before its button is pressed, and so nothing comes back as incomplete.
  await page.keyboard.press('Enter')
  await page.keyboard.press('p')
  await page.keyboard.type('Here you wait.')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(passages(page)).toContainText('Here you wait.')

  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('c')
  await expect(overall(page)).toBeFocused()
  await page.keyboard.type('Ask once more before you explain.')
  await saved(page)
  const address = page.url()
  await page.keyboard.press('Escape')
  await page.keyboard.press('l')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/is locked\./)).toBeVisible()
  await page.goto(address)
  await expect(passages(page)).toContainText('Here you wait.')
})

test('the keys are shown by “?”, never work while one writes, and can be switched off', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn('lena')
  await openScript(page)
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Marking with the keyboard' })
  await expect(keys).toContainText('Next section')
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  const words = 'j 3 c ? all of it text'
  await overall(page).fill('')
  await overall(page).focus()
  await page.keyboard.type(words)
  await expect(overall(page)).toHaveValue(words)

  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await keys.getByRole('button', { name: 'Switch single keys off' }).click()
  await expect(keys).toContainText('Single keys are switched off.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(keys).toBeHidden()
  await saved(page)
  await page.reload()
  await alive(page)
  await page.keyboard.press('?')
  await expect(keys).toBeHidden()

  await page.goto('/settings/keyboard')
  await expectAccessible(page)
  await page.getByLabel('Single letters and numbers are keys where I mark').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await openScript(page)
  await page.keyboard.press('?')
  await expect(keys).toBeVisible()
})

test('a comment is put at the words that were selected, changed and taken away again', async ({ page, signIn }) => {
  await signIn('lena')
  await openScript(page)
  const before = await passages(page).getByRole('listitem').count()
  const answer = page.locator('[data-answer]').first()
  const words = await answer
    .locator('p')
    .first()
    .evaluate((paragraph) => {
      const text = paragraph.firstChild
      if (!text) return ''
      getSelection()?.setBaseAndExtent(text, 4, text, 16)
      return (text.textContent ?? '').slice(4, 16).trim()
    })
  await page.getByRole('button', { name: /^Comment on the selected words/ }).click()
  await page.keyboard.type('Said first.')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(
    passages(page)
      .getByText(`“${words}”`)
      .or(passages(page).locator('q', { hasText: words }))
      .first(),
  ).toBeVisible()
  await saved(page)
  await page.reload()
  await alive(page)
  await page.getByRole('button', { name: 'Change the comment “Said first.”' }).click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Good.')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Remove the comment “Said first. Good.”' }).click()
  await expect(passages(page).getByRole('listitem')).toHaveCount(before)
  await saved(page)
})

test.describe('a mark under way', () => {
  test('is there again after its tab was closed in the middle of a sentence', async ({ page, context, signIn }) => {
    const sentence = `You ask what happ ${Date.now()}`
    await signIn('lena')
    const address = await openScript(page)
    await overall(page).fill(sentence)
    await page.close()
    const again = await context.newPage()
    await again.goto(address)
    await expect(overall(again)).toHaveValue(sentence)
    await saved(again)
  })

  test('goes on while the server is away, and is saved once it is back', { tag: '@wide-only' }, async ({
    page,
    context,
  }) => {
    test.setTimeout(90_000)
    const port = await freePort()
    const base = `http://localhost:${port}`
    await context.addCookies([{ name: 'stance', value: await createSession('lena'), url: base }])
    let app = await startApp(port)
    try {
      await openScript(page, base)
      await app.stop('SIGKILL')
      const sentence = `While nobody listened ${Date.now()}`
      await overall(page).fill(sentence)
      await expect(status(page)).toHaveText('Not connected: kept in this browser, trying again.')
      await page.getByRole('button', { name: 'Lock this mark' }).click()
      await expect(page.getByRole('alert')).toContainText('Not sent yet')
      app = await startApp(port)
      await saved(page)
      await page.reload()
      await expect(overall(page)).toHaveValue(sentence)
    } finally {
      await app.stop()
    }
  })

  test('outlives the session, and no one else can read it in the browser', async ({ page, signIn }) => {
    const sentence = `Signed out in mid-air ${Date.now()}`
    await signIn('lena')
    await openScript(page)
    await endSessions('lena')
    await overall(page).fill(sentence)
    await expect(status(page)).toHaveText('You have been signed out. What you wrote is safe in this browser.')
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('mid-air')
    await signIn('lena')
    await saved(page)
    await page.reload()
    await expect(overall(page)).toHaveValue(sentence)
  })

  test('in two tabs is shown twice, and neither is overwritten', async ({ page, context, signIn }) => {
    const [first, second] = [`From the first tab ${Date.now()}`, `From the second tab ${Date.now()}`]
    await signIn('lena')
    const address = await openScript(page)
    const other = await context.newPage()
    await other.goto(address)
    await alive(other)
    await overall(other).fill(second)
    await saved(other)
    await overall(page).fill(first)
    const versions = page.getByRole('alert', { name: 'Two versions of this' })
    await expect(versions).toContainText(first)
    await expect(versions).toContainText(second)
    await versions.getByRole('button', { name: 'Go on with this other version' }).click()
    await expect(overall(page)).toHaveValue(second)
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('half a mark is saved for later by its button, with a comment on a sentence', async ({ page, signIn }) => {
    const sentence = `Typed into a plain form ${Date.now()}`
    await signIn('lena')
    await page.goto('/marking?state=yours')
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByRole('textbox', { name: 'Overall comment' }).fill(sentence)
    const row = page.getByRole('group', { name: 'Comment 1 on a passage' })
    await row.getByLabel('Sentence').selectOption({ index: 1 })
    await row.getByLabel('Comment', { exact: true }).fill(`At this one: ${sentence}`)
    await page.getByRole('button', { name: 'Save it for later' }).click()
    await expect(page.getByText('Your mark so far is saved.')).toBeVisible()
    await expect(overall(page)).toHaveValue(sentence)
    await expect(passages(page)).toContainText(`At this one: ${sentence}`)
  })
})

test('the pages beside the queue are reached from it', async ({ page, signIn }) => {
  await signIn('lena')
  for (const name of ['Release marks', 'Comment bank', 'Your marks in their order', 'Conflicts of interest']) {
    await page.goto('/marking')
    await page.getByRole('navigation', { name: 'Beside the queue' }).getByRole('link', { name }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  }
})
