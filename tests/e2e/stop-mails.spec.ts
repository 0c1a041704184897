import type { Page } from '@playwright/test'
import { inDatabase } from './support/database.ts'
import { expect, test } from './support/test.ts'

const IMRE = 'imre@demo.stance.example'

const setApproval = (ends: string) =>
  inDatabase(
    `UPDATE supervisor_approval SET ends_on = ${ends} WHERE user_id = (SELECT id FROM "user" WHERE email = $1)`,
    [IMRE],
  )

/** Lets Imre's approval end with this month, and the worker look the month through once more, as it does every hour. */
async function lookThroughAgain(): Promise<void> {
  await setApproval("(date_trunc('month', now() AT TIME ZONE 'Europe/London') + interval '1 month - 1 day')::date")
  await inDatabase('DELETE FROM monthly_reminder', [])
  await inDatabase("SELECT graphile_worker.add_job('remind-monthly')", [])
}

test.afterEach(() => setApproval('NULL'))

/** Opens Imre's newest mail about what is due, once it has arrived. */
async function openReminder(mailbox: Page): Promise<void> {
  await expect(async () => {
    await mailbox.goto('/dev/mail')
    await mailbox
      .getByRole('row')
      .filter({ hasText: IMRE })
      .getByRole('link', { name: /^What is due in/ })
      .first()
      .click({ timeout: 1000 })
  }).toPass()
}

test('what is due comes by mail, and is stopped from the mail and chosen again in the settings', async ({
  openBrowser,
  expectAccessible,
}) => {
  await lookThroughAgain()
  const mailbox = await openBrowser()
  await openReminder(mailbox)
  await expectAccessible(mailbox)
  const link = (await mailbox.getByRole('link', { name: /\/stop-mails\// }).getAttribute('href')) ?? ''
  const page = await openBrowser()

  await test.step('opened as often as a scanner does, the link stops nothing', async () => {
    for (const _ of [1, 2]) await page.goto(link)
    await expect(page.getByRole('heading', { level: 1, name: 'Stop these mails' })).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('one press, and the page says how to get them back', async () => {
    await page.getByRole('button', { name: 'Stop these mails' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'These mails are stopped' })).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('the notice itself is there, and the mails can be chosen again', async () => {
    const own = await openBrowser('imre')
    await own.goto('/notices')
    await expect(own.getByRole('heading', { name: /^What is due in/ }).first()).toBeVisible()
    await expectAccessible(own)
    await own.goto('/settings/notices')
    const choice = own.getByRole('checkbox', { name: /is due in a month/ })
    await expect(choice).not.toBeChecked()
    await choice.check()
    await own.getByRole('button', { name: 'Save' }).click()
    await expect(own.getByRole('checkbox', { name: /is due in a month/ })).toBeChecked()
    await page.goto(link)
    await expect(page.getByRole('button', { name: 'Stop these mails' })).toBeVisible()
  })
})

test('the page of a broken link fits and says what to do', async ({ page, expectAccessible, expectRefusal }) => {
  expectRefusal(404, '/stop-mails/nothing')
  await page.goto('/stop-mails/nothing')
  await expect(page.getByRole('heading', { level: 1, name: 'This link is not whole' })).toBeVisible()
  await expectAccessible(page)
})
