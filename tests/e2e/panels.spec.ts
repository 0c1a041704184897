import type { Page } from '@playwright/test'
import { heading } from './journey/story.ts'
import { followNotice } from './marking-story/story.ts'
import { type DemoName, expect, test } from './support/test.ts'

const EXPERTS: DemoName[] = ['kerstin', 'babajide', 'dorothea']
const nextYear = `${new Date().getFullYear() + 1}-06-30`

test(
  'experts judge a benchmark each by themselves, and what they agree on becomes its consensus',
  { tag: '@phone-only' },
  async ({ openBrowser, expectRefusal, expectAccessible }, { project }) => {
    test.setTimeout(120_000)
    const title = `Consensus day, ${project.name}`
    const lead = await openBrowser('lena')

    await test.step('a training lead creates the panel and invites three', async () => {
      await lead.goto('/panels')
      await lead.getByRole('link', { name: 'New panel' }).click()
      const options = await lead.getByLabel('What it judges').getByRole('option').allTextContents()
      const benchmark = options.find((label) => label.startsWith('Benchmark answer: '))
      await lead.getByLabel('What it judges').selectOption({ label: benchmark ?? '' })
      await lead.getByLabel('Name').fill(title)
      await lead.getByLabel('Closes on').fill(nextYear)
      await lead.getByRole('button', { name: 'Create the panel' }).click()
      await expect(heading(lead, title)).toBeVisible()
      expectRefusal(400, new URL(lead.url()).pathname)
      await invite(lead, 'nobody@demo.stance.example')
      await expect(lead.getByText('No account has this address.')).toBeVisible()
      await expectAccessible(lead)
      for (const expert of EXPERTS) {
        await invite(lead, `${expert}@demo.stance.example`)
        await expect(lead.getByText('The person is invited and has been told.')).toBeVisible()
      }
    })

    await test.step('each follows the notice, and gives a level and a reason for everything', async () => {
      for (const [at, expert] of EXPERTS.entries()) {
        const page = await openBrowser(expert)
        await followNotice(page, 'You are invited to an expert panel', 'Open the panel')
        await expect(page.getByText('Saved as you write')).toBeVisible()
        if (at === 0) {
          await expectAccessible(page)
          expectRefusal(400, new URL(page.url()).pathname)
          await page.getByLabel('What makes you an expert here').fill('Supervisor since 2012.')
          await page.getByRole('button', { name: 'Give your judgement' }).click()
          await expect(page.getByRole('alert')).toContainText('Your judgement is not in yet')
          await expect(page.getByLabel('What makes you an expert here')).toHaveValue('Supervisor since 2012.')
          await expectAccessible(page)
        }
        await judge(page, String(4 + at))
        await expect(page.getByText('Thank you. Your judgement is in')).toBeVisible()
        await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Panels' }).click()
        await expect(page.getByRole('row').filter({ hasText: title })).toContainText('You have answered')
      }
    })

    await test.step('the lead sees what all of it comes to, and forms the consensus', async () => {
      await lead.reload()
      const levels = lead.getByRole('table', { name: 'Median levels' })
      await expect(levels.getByRole('row').filter({ hasText: 'Global rating' })).toContainText('4 to 6')
      await expectAccessible(lead)
      await lead.getByRole('button', { name: 'Form the consensus' }).click()
      await expect(lead.getByText('The consensus is formed. It is the key from now on.')).toBeVisible()
      await expectAccessible(lead)
    })
  },
)

async function invite(page: Page, email: string) {
  await page.getByLabel('Invite by e-mail').fill(email)
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
}

/** One level for everything, with a reason each. */
async function judge(page: Page, level: string) {
  await page.getByLabel('What makes you an expert here').fill('Supervisor since 2012.')
  for (const scale of await page.locator('.marks-scale').all()) await scale.getByRole('radio', { name: level }).check()
  for (const reason of await page.getByLabel(/^Comment on/).all())
    await reason.fill(`Level ${level}, for what is asked.`)
  await page.getByRole('textbox', { name: 'Overall comment' }).fill('Good enough, and it could wait longer.')
  await page.getByRole('button', { name: /^Give (your judgement|this judgement instead)$/ }).click()
}
