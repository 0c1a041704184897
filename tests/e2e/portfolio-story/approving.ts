import type { Page } from '@playwright/test'
import type { Person } from '../support/people.ts'
import { expect } from '../support/test.ts'
import { daysAgo, type Story } from './story.ts'

/** Only staff ever write a supervisor's address: for a year back, as she has supervised for longer than the nurse has been here. */
export async function approveSupervisor(page: Page, supervisor: Person, { lookOver }: Story) {
  await page.goto('/accreditation/supervisors')
  await page.getByLabel('E-mail address').fill(supervisor.email)
  await page.getByLabel('Name', { exact: true }).fill(supervisor.name)
  await page.getByLabel('Profession').selectOption('psychologist')
  await page.getByLabel('Works outside this organisation').check()
  await page.getByLabel('First day').fill(daysAgo(365))
  await page.getByLabel('Last day', { exact: true }).last().fill(daysAgo(-365))
  await page.getByLabel('Note').fill('On the reference of her own institute.')
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(page.getByRole('row').filter({ hasText: supervisor.name })).toContainText('In force')
  await lookOver(page)
}

/** Each certificate of the nurse is opened from the list of those that wait, and is in order. */
export async function acceptTrainings(page: Page, nurse: Person, titles: readonly string[], { lookOver }: Story) {
  for (const title of titles) {
    await page.goto('/accreditation/trainings')
    await page.getByRole('row').filter({ hasText: nurse.name }).getByRole('link', { name: title }).click()
    await page.getByRole('radio', { name: 'In order', exact: true }).check()
    await lookOver(page)
    await page.getByRole('button', { name: 'Record this' }).click()
    await expect(page.getByText('What you found is recorded, and the trainee has been told.')).toBeVisible()
  }
}
