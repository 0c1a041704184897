import type { Page } from '@playwright/test'
import type { Person } from '../support/people.ts'
import { expect } from '../support/test.ts'
import type { Story } from './story.ts'

export const WHY_REVOKED = 'The trust told us that two of the sessions handed in were held by somebody else.'

type Words = { list: string; look: string; done: string }

const PREPARE: Words = { list: 'waiting', look: 'See what those ticked would say', done: 'Prepare those ticked' }
const RELEASE: Words = { list: 'prepared', look: 'Look at those ticked', done: 'Release those ticked' }

/** One officer prepares the status and its note for groups; nothing is issued by that. */
export async function prepare(page: Page, nurse: Person, { lookOver }: Story) {
  await open(page, nurse, PREPARE, lookOver)
  await page.getByRole('checkbox', { name: /groups/i }).check()
  await lookOver(page)
  await page.getByRole('button', { name: PREPARE.done }).click()
  await expect(page.getByText(/second person/).first()).toBeVisible()
}

/** A second one sees the same, and releases both. */
export async function release(page: Page, nurse: Person, { lookOver }: Story) {
  await open(page, nurse, RELEASE, lookOver)
  await expect(page.getByRole('article')).toHaveCount(2)
  await page.getByRole('button', { name: RELEASE.done }).click()
  await expect(page.getByText(/issued/).first()).toBeVisible()
}

async function open(page: Page, nurse: Person, { list, look }: Words, lookOver: Story['lookOver']) {
  await page.goto(`/accreditation/statuses?${new URLSearchParams({ state: list, name: nurse.name })}`)
  await lookOver(page)
  await page.getByRole('checkbox', { name: nurse.name }).check()
  await page.getByRole('button', { name: look }).click()
  await expect(page.getByRole('article').first()).toContainText(nurse.name)
}

export type Credential = { number: string; files: { name: string; buffer: Buffer }[] }

/** The nurse takes away what she was given, as a document and as a file for software. */
export async function fetchStatus(page: Page, { lookOver }: Story): Promise<Credential> {
  await page.goto('/certificates')
  await expect(page.getByRole('article')).toHaveCount(2)
  await lookOver(page)
  const status = page.getByRole('article').filter({ hasText: 'Practitioner status' })
  const number = (await status.getByText(/^STN(-\w+)+$/).textContent()) ?? ''
  const ends = ['pdf', 'json', 'png']
  const bodies = await Promise.all(
    ends.map(async (end) => (await page.request.get(`/certificates/${number}.${end}`)).body()),
  )
  return { number, files: bodies.map((buffer, at) => ({ name: `sent.${ends[at]}`, buffer })) }
}

type Said = { heading: string; state: string; file: string; status: string }

const VALID: Said = { heading: 'is valid', state: 'valid', file: 'This file is valid', status: 'Passed' }
const REVOKED: Said = { heading: 'was revoked', state: 'revoked', file: 'Do not rely on this file', status: 'Failed' }

export const seeValid = (page: Page, credential: Credential, story: Story) => check(page, credential, VALID, story)
export const seeRevoked = (page: Page, credential: Credential, story: Story) => check(page, credential, REVOKED, story)

/** An employer without an account: by the number, by each of the files, and by software. */
async function check(page: Page, { number, files }: Credential, said: Said, { lookOver }: Story) {
  await page.goto(`/verify/${number}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(said.heading)
  await lookOver(page)
  const answer = await page.request.get(`/api/credentials/${number}`)
  expect(await answer.json()).toMatchObject({ number, state: said.state, kind: 'practitioner_status' })
  await page.goto('/verify')
  for (const file of files) {
    await page
      .getByLabel('The PDF, badge or credential')
      .setInputFiles({ ...file, mimeType: 'application/octet-stream' })
    await expect(page.getByRole('status')).toContainText(said.file)
    await expect(page.getByRole('status')).toContainText(`Revoked or suspended: ${said.status}`)
    await expect(page.getByRole('status')).toContainText('Unchanged since it was signed: Passed')
  }
}

/** With a reason, and with the end of the number typed again. */
export async function revoke(page: Page, { number }: Credential, { lookOver }: Story) {
  await page.goto(`/accreditation/credentials/${number}`)
  await page.locator('summary').getByText('Revoke it for ever').click()
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Revoke it for ever' }) })
  await form.getByRole('textbox', { name: 'Reason' }).fill(WHY_REVOKED)
  await form.getByLabel('Type the last five characters').fill(number.slice(-6))
  await lookOver(page)
  await form.getByRole('button', { name: 'Revoke it for ever' }).click()
  await expect(page.getByText('Every check sees it from now on.')).toBeVisible()
}

/** She reads why, and not by whom. */
export async function readWhy(page: Page, { number }: Credential, { lookOver }: Story) {
  await page.goto(`/certificates/${number}/history`)
  await expect(page.getByText(WHY_REVOKED)).toBeVisible()
  await lookOver(page)
}
