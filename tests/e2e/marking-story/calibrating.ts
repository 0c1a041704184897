import type { Page } from '@playwright/test'
import { scriptName } from '#app/domain/marking.ts'
import { VIGNETTE } from '../journey/answering.ts'
import { expect } from '../support/test.ts'
import { type Given, markByKeyboard } from './marking.ts'
import { AS_THE_EXPERTS } from './marks.ts'
import type { Part, Story } from './story.ts'

/** Somebody who is not calibrated is sent to practise, and is calibrated after two benchmarks marked as the experts did. */
export async function practise(page: Page, { code }: Part, story: Story) {
  await page.goto(`/marking?vignette=${VIGNETTE.slug}`)
  await page.getByRole('button', { name: `Take this script , ${scriptName(code)}` }).click()
  await expect(page.getByRole('status')).toContainText('2 more benchmarks within tolerance would be enough')
  for (const [slug, given] of Object.entries<Given>(AS_THE_EXPERTS)) {
    await page.goto(`/calibration/${slug}`)
    await markByKeyboard(page, given, story)
    await expect(page.getByText('Your mark is locked. The consensus stands beside it.')).toBeVisible()
    await story.lookOver(page)
  }
  await page.goto('/calibration')
  await expect(page.getByRole('region', { name: 'Therapeutic stance' }).first()).toContainText('Calibrated')
}
