import type { Page } from '@playwright/test'
import { expect } from '../support/test.ts'
import type { Group, Story } from './story.ts'

const ATTESTED = ['Personality disorder and psychological therapy', 'Manual read', 'Working knowledge']

/** From here on she stays on the version of this day. */
export async function followPathway(page: Page, { lookOver }: Story) {
  await page.goto('/progress')
  await page.getByRole('link', { name: 'Follow this pathway' }).click()
  await lookOver(page)
  await page.getByRole('button', { name: 'Follow this pathway' }).click()
  await expect(page).toHaveURL(/\/progress$/)
  await expect(page.getByText('You have not chosen a pathway yet')).toHaveCount(0)
}

/** Before anything is signed, nothing of the supervision counts, and the page says why. */
export async function seeWhatIsMissing(page: Page, { lookOver }: Story) {
  await page.goto('/progress')
  await expect(page.getByText('Complete: Two groups')).toHaveCount(0)
  await expect(page.getByText('The shortest way: Two groups')).toBeVisible()
  await lookOver(page)
}

/** One of the three routes is complete, with both groups in it. */
export async function seeRouteComplete(page: Page, groups: readonly Group[], { lookOver }: Story) {
  await page.goto('/progress')
  await expect(page.getByText('Complete: Two groups')).toBeVisible()
  for (const { code } of groups) await expect(page.getByText(code).first()).toBeVisible()
  await lookOver(page)
}

/** What only the nurse can say is said where the pathway asks for it. */
export async function confirmOwn(page: Page, { lookOver }: Story) {
  for (const title of ATTESTED) {
    await page.goto('/progress')
    const confirm = page.getByRole('button', { name: new RegExp(`^I confirm this\\s*: ${title}$`) })
    const closed = page.locator('details:not([open])').filter({ has: page.locator('button', { hasText: title }) })
    while ((await closed.count()) > 0) await closed.first().locator('> summary').click()
    await confirm.click()
    await expect(page.getByText('What you confirmed is on record.')).toBeVisible()
  }
  await lookOver(page)
}
