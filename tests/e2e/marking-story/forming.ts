import type { Page } from '@playwright/test'
import { VIGNETTE } from '../journey/answering.ts'
import { heading } from '../journey/story.ts'
import { expect } from '../support/test.ts'
import type { Story, Writer } from './story.ts'

/** A training lead forms a cohort of the three. @returns its address. */
export async function formCohort(page: Page, name: string, writers: readonly Writer[], { lookOver }: Story) {
  await page.goto('/cohorts/new')
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Course').selectOption('therapeutic-stance')
  await page.getByLabel('Starts on').fill(new Date().toISOString().slice(0, 10))
  await page.getByRole('button', { name: 'Create the cohort' }).click()
  await expect(page.getByText('The cohort is there.')).toBeVisible()
  for (const writer of writers) {
    await page.getByLabel('Add a trainee').fill(writer.email)
    await page.getByRole('button', { name: 'Add to the cohort' }).click()
    await expect(page.getByRole('rowheader', { name: writer.name })).toBeVisible()
  }
  await lookOver(page)
  return new URL(page.url()).pathname
}

/** Two people mark every answer, and agree by themselves within one level. No benchmark comes in between. */
export async function adoptDoubleMarking(page: Page, cohort: string, { lookOver }: Story) {
  await page.goto(`${cohort}/marking`)
  await page.getByLabel('Two, neither of whom sees the other’s mark').check()
  await page.getByLabel(/^They agree by themselves/).selectOption('1')
  await page.getByLabel(/that are benchmarks, per cent/).fill('0')
  await page.getByRole('button', { name: 'Adopt this policy' }).click()
  await expect(page.getByText('Version 1 is in force.')).toBeVisible()
  await lookOver(page)
}

/** Shares what waits between two markers: each gets every answer, and nobody the same one twice. */
export async function allocateBetween(page: Page, cohort: string, names: readonly [string, string], story: Story) {
  await page.goto(`${cohort}/marking`)
  const toWhom = page.getByRole('group', { name: 'To whom' })
  for (const box of await toWhom.getByRole('checkbox').all()) await box.uncheck()
  for (const name of names) await toWhom.getByLabel(name).check()
  await page.getByRole('button', { name: 'See what it would do' }).click()
  await expect(heading(page, 'Marking')).toBeVisible()
  await expect(page.getByRole('region', { name: '6 would be allocated' })).toBeVisible()
  await story.lookOver(page)
  await page.getByRole('button', { name: 'Allocate them' }).click()
  await expect(page.getByText(/6 scripts/).first()).toBeVisible()
}

/** Releases in one batch what is finally marked. */
export async function releaseCohort(page: Page, name: string, howMany: number, { lookOver }: Story) {
  const [marks, all] = howMany === 1 ? ['mark', 'The one final mark'] : ['marks', `All ${howMany} final marks`]
  await page.goto('/marking/release')
  await page.getByLabel('Vignette and cohort').selectOption({ label: `${VIGNETTE.title}, ${name} (${howMany})` })
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText(`${all} of “${VIGNETTE.title}” in ${name}.`)).toBeVisible()
  await lookOver(page)
  await page.getByRole('link', { name: /^Tick all \d+ on this page$/ }).click()
  await page.getByRole('button', { name: 'Release the ticked marks' }).click()
  await expect(page.getByText(new RegExp(`^${howMany} ${marks} released`))).toBeVisible()
}
