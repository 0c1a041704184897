import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

const IMRE = 'imre@demo.stance.example'

/** The latest mail to Imre whose subject is like this, in the development mailbox, once it has arrived. */
async function openMail(page: Page, subject: RegExp): Promise<void> {
  await expect(async () => {
    await page.goto('/dev/mail')
    await page
      .getByRole('row')
      .filter({ hasText: IMRE })
      .getByRole('link', { name: subject })
      .first()
      .click({ timeout: 1000 })
  }).toPass()
}

/** Another one where a code was sent before. */
const SEND_CODE = /^Send (me a|another) code$/

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a supervisor signs by the mailed link, with a code, in a browser that runs no script', async ({
    openBrowser,
  }) => {
    const mailbox = await openBrowser()
    await openMail(mailbox, /for your signature/)
    const link = (await mailbox.getByRole('link', { name: /\/countersign\// }).getAttribute('href')) ?? ''
    const page = await openBrowser()

    await test.step('opens it as often as a scanner does, and nothing happens', async () => {
      for (const _ of [1, 2]) await page.goto(link)
      await expect(page.getByRole('heading', { level: 1, name: 'Countersign' })).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Noor Haddad' })).toBeVisible()
    })

    const first = page.getByRole('article').first()
    const title = (await first.getByRole('heading').textContent()) ?? ''

    await test.step('has a code sent without losing what is chosen', async () => {
      await first.getByLabel('Sign it').check()
      await page.getByRole('button', { name: SEND_CODE }).click()
      await expect(page.getByText('We have sent six digits to i…@demo.stance.example')).toBeVisible()
      await expect(first.getByLabel('Sign it')).toBeChecked()
    })

    await test.step('types the code in, and that entry alone is signed', async () => {
      await openMail(mailbox, /is your code for signing/)
      const [code = ''] = /\d{6}/.exec((await mailbox.getByRole('heading', { level: 1 }).textContent()) ?? '') ?? []
      await page.getByLabel('Code', { exact: true }).fill(code)
      await page.getByRole('button', { name: 'Send my answers' }).click()
      await expect(page.getByText('1 entry is signed.')).toBeVisible()
      await expect(page.getByRole('listitem').filter({ hasText: title })).toContainText('Signed')
    })
  })
})

test('the link and its code field are accessible and fit the screen', async ({ openBrowser, expectAccessible }) => {
  const page = await openBrowser()
  await openMail(page, /for your signature/)
  await page.goto((await page.getByRole('link', { name: /\/countersign\// }).getAttribute('href')) ?? '')
  await expectAccessible(page)
  await page.getByLabel('Sign it').first().check()
  await page.getByRole('button', { name: SEND_CODE }).click()
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  await expectAccessible(page)
})
