import type { Page } from '@playwright/test'
import type { Person } from '../support/people.ts'
import { expect } from '../support/test.ts'
import { daysAgo, type Group, type Story } from './story.ts'

export const ASKED =
  'Of the second group all three clips are from its last months. Please show one of its first evenings.'
export const ANSWERED = 'There is one of the third evening now, rated like the others.'
export const REASONS =
  'Both groups are complete, signed and supervised; the registration is in force, without conditions.'
export const AGREED = 'I have read it by myself, and come to the same.'

/** What staff have to check themselves is open, and named before it is sent. */
export async function apply(page: Page, { lookOver }: Story) {
  await page.goto('/progress')
  await page.getByRole('link', { name: 'Apply' }).first().click()
  await expect(page.getByText('2 requirements are open')).toBeVisible()
  await lookOver(page)
  await page.getByLabel('Anything that staff should know').fill('I am still with the trust that I began at.')
  await page.getByLabel('What I hand in is true, and the work is my own.').check()
  await page.getByRole('button', { name: 'Hand in this application' }).click()
  await expect(page.getByText('It waits for its fee')).toBeVisible()
  await lookOver(page)
  await page.getByRole('button', { name: 'Pay the fee' }).click()
  await page.getByRole('button', { name: 'Pay £120.00' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The fee is paid' })).toBeVisible()
  await page.getByRole('link', { name: 'See your application' }).click()
  await expect(page.getByRole('heading', { name: 'With accreditation staff' })).toBeVisible()
  await lookOver(page)
}

/** Staff find it where it waits. @returns its address. */
export async function openApplication(page: Page, nurse: Person, { lookOver }: Story): Promise<string> {
  await page.goto('/applications')
  await lookOver(page)
  await page.getByRole('link', { name: nurse.name }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(nurse.name)
  return new URL(page.url()).pathname
}

/** Requirement by requirement, down to the pieces that count. */
export async function lookAtRequirements(
  page: Page,
  supervisor: Person,
  groups: readonly Group[],
  { lookOver }: Story,
) {
  const requirements = page.getByRole('region', { name: 'Requirement by requirement' })
  await requirements.locator('summary').getByText('Practice', { exact: true }).click()
  await requirements.locator('summary').getByText('Two groups', { exact: true }).click()
  for (const { code } of groups)
    await expect(requirements.getByText(`Case ${code}`, { exact: true }).filter({ visible: true })).not.toHaveCount(0)
  await expect(page.getByRole('link', { name: `The statement of ${supervisor.name}` })).toBeVisible()
  await lookOver(page)
}

/** Looked up at the regulator, and in the log of supervision, each with its day and what was found. */
export async function recordChecks(page: Page, { lookOver }: Story) {
  const found: [check: string, note: string][] = [
    ['Core profession', 'On the register of the NMC, without conditions.'],
    ['Supervision weekly at first', 'Fortnightly, with a call in each week between, as the log says.'],
  ]
  for (const [check, note] of found) {
    const part = page
      .getByRole('region', { name: 'For staff to look at' })
      .locator('div')
      .filter({ has: page.getByRole('heading', { name: check, exact: true }) })
      .last()
    // The heading stands in a line of its own with its state; the form in what encloses both.
    const whole = page.getByRole('heading', { name: check, exact: true }).locator('xpath=../..')
    await whole.getByText('Record what you found').click()
    await whole.getByRole('radio', { name: 'In order', exact: true }).check()
    await whole.getByLabel('Looked up on').fill(daysAgo(0))
    await whole.getByLabel('Note').fill(note)
    await lookOver(page)
    await whole.getByRole('button', { name: 'Record it' }).click()
    await expect(whole.getByText('In order', { exact: true }).first()).toBeVisible()
    await expect(part).toBeVisible()
  }
}

/** One more clip is asked for; it goes back to the nurse, and nothing can be decided meanwhile. */
export async function askForClip(page: Page, { lookOver }: Story) {
  await page.getByText('Ask for more on one requirement').click()
  await page.getByLabel('About which requirement?').selectOption({ label: 'Practice' })
  await page.getByLabel('What is missing, or to be made clear?').fill(ASKED)
  await lookOver(page)
  await page.getByRole('button', { name: 'Ask the applicant' }).click()
  await expect(page.getByText('The applicant was asked for more.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Record this decision' })).toHaveCount(0)
  await lookOver(page)
}

export async function readQuestion(page: Page, { lookOver }: Story) {
  await page.goto('/progress/application')
  await expect(page.getByText('Back with you')).toBeVisible()
  await expect(page.getByText(ASKED)).toBeVisible()
  await lookOver(page)
}

export async function answer(page: Page, { lookOver }: Story) {
  await page.goto('/progress/application')
  await page.getByLabel('What have you added or changed?').fill(ANSWERED)
  await page.getByRole('button', { name: 'Send the answer' }).click()
  await expect(page.getByText('Your answer is with accreditation staff')).toBeVisible()
  await lookOver(page)
}

export async function decide(page: Page, address: string, reasons: string, { lookOver }: Story) {
  await page.goto(address)
  await page.getByRole('region', { name: 'What to do' }).getByLabel('Approve', { exact: true }).check()
  await page.getByLabel('Reasons').fill(reasons)
  await lookOver(page)
  await page.getByRole('button', { name: 'Record this decision' }).click()
}

/** The status is there, with the reasons of both; who they are is not told, in the page or below it. */
export async function readDecision(page: Page, { lookOver }: Story) {
  await page.goto('/progress/application')
  const status = page.getByRole('region', { name: 'Your status' })
  await expect(status.getByRole('heading', { name: 'MBT practitioner' })).toBeVisible()
  await expect(status.getByText(/^It holds\. It can be renewed from /)).toBeVisible()
  for (const words of [REASONS, AGREED]) await expect(page.getByText(words)).toBeVisible()
  const behind = await page.request.get('/progress/application.data')
  for (const name of ['Grace Adeyemi', 'Halima Yusuf']) {
    expect(await page.content()).not.toContain(name)
    expect(await behind.text()).not.toContain(name)
  }
  await lookOver(page)
}
