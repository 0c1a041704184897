import type { Page } from '@playwright/test'
import { CLIP_DOMAIN_IDS } from '#app/domain/portfolio/clip-domains.ts'
import { inDatabase } from '../support/database.ts'
import type { Person } from '../support/people.ts'
import { expect } from '../support/test.ts'
import { openMail, type Story } from './story.ts'

/** All that is new is put before its supervisors, the two groups before the same one. */
export async function askForAll(page: Page, supervisor: Person, { lookOver }: Story) {
  await page.goto('/portfolio/countersigning')
  await page.getByLabel('Supervisor for the cases').selectOption({ label: supervisor.name })
  await lookOver(page)
  await page.getByRole('button', { name: /^Ask for (the|all) \d+ that (is|are) new$/ }).click()
  await expect(page.getByText('Nothing new to ask for')).toBeVisible()
  await lookOver(page)
  await passGatheringTime(supervisor)
}

/** The mail waits ten minutes for what else may be asked for; here these have passed. */
async function passGatheringTime({ email }: Person) {
  await inDatabase(
    `UPDATE graphile_worker._private_jobs SET run_at = now() WHERE key = (SELECT 'supervisor:' || id FROM "user" WHERE email = $1)`,
    [email],
  )
}

/** The two weeks for which the link works have passed. */
async function passTwoWeeks({ email }: Person) {
  await inDatabase(
    `UPDATE supervisor_link SET expires_at = now() - interval '1 hour' WHERE supervisor_id = (SELECT id FROM "user" WHERE email = $1)`,
    [email],
  )
}

/** The newest personal link among the mails. @returns its address. */
async function findLink(mailbox: Page, supervisor: Person, body: string | RegExp): Promise<string> {
  await expect(async () => {
    await openMail(mailbox, supervisor, /for your signature/)
    await expect(mailbox.getByText(body)).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  return (await mailbox.getByRole('link', { name: /\/countersign\// }).getAttribute('href')) ?? ''
}

/** She comes back from leave to a link that has expired, and has a new one sent without knowing what waits. */
export async function haveNewLinkSent(page: Page, mailbox: Page, supervisor: Person, { lookOver }: Story) {
  const link = await findLink(mailbox, supervisor, /at most once a day/)
  await lookOver(mailbox)
  await passTwoWeeks(supervisor)
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1, name: 'This link has expired' })).toBeVisible()
  expect(await page.content()).not.toContain(supervisor.email)
  await lookOver(page)
  await page.getByRole('button', { name: 'Send me a new link' }).click()
  await expect(page.getByText('If anything still waits for you, a new link is on its way')).toBeVisible()
  await lookOver(page)
}

/** Every entry is read as it was put before her, and signed with the code that comes by mail. */
export async function signByLink(page: Page, mailbox: Page, supervisor: Person, entries: number, story: Story) {
  const link = await findLink(mailbox, supervisor, /a new one was asked for/)
  await page.goto(link)
  await expect(page.getByRole('article')).toHaveCount(entries)
  await story.lookOver(page)
  await page.getByRole('button', { name: 'Choose “Sign it” for all that are on “Later”' }).click()
  await expect(page.getByText(`“Sign it” is chosen for ${entries} more entries`)).toBeVisible()
  await story.lookOver(page)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect(page.getByText('We have sent six digits to s…@stance.example')).toBeVisible()
  await openMail(mailbox, supervisor, /is your code for signing/)
  const [code = ''] = /\d{6}/.exec((await mailbox.getByRole('heading', { level: 1 }).textContent()) ?? '') ?? []
  await page.getByLabel('Code', { exact: true }).fill(code)
  await story.lookOver(page)
  await page.getByRole('button', { name: 'Send my answers' }).click()
  await expect(page.getByText(`${entries} entries are signed.`)).toBeVisible()
  await story.lookOver(page)
}

/** What she has signed cannot be had from her link by somebody else who is signed in. */
export async function expectClosedTo(page: Page, mailbox: Page, supervisor: Person, { lookOver }: Story) {
  await page.goto(await findLink(mailbox, supervisor, /a new one was asked for/))
  await expect(page.getByRole('heading', { level: 1, name: 'This link is somebody else’s' })).toBeVisible()
  expect(await page.content()).not.toContain(supervisor.name)
  await lookOver(page)
}

/** Every clip that waits is rated, each domain of it at the same level. */
export async function rateClips(page: Page, nurse: Person, count: number, { lookOver }: Story) {
  for (let left = count; left > 0; left--) {
    await page.goto('/supervision')
    const row = page.getByRole('row').filter({ hasText: nurse.name })
    await expect(row.getByRole('link', { name: /, session \d+$/ })).toHaveCount(left)
    if (left === count) await lookOver(page)
    await row
      .getByRole('link', { name: /, session \d+$/ })
      .first()
      .click()
    const domains = page.getByRole('group')
    // The page of the list has none: to take all of them before the next page is there would rate nothing.
    await expect(domains).toHaveCount(CLIP_DOMAIN_IDS.length)
    for (const domain of await domains.all()) await domain.getByRole('radio', { name: '5' }).check()
    await page.getByLabel('Comment').fill('You stop, and own it, at the fourth minute. Try it at the second.')
    if (left === count) await lookOver(page)
    await page.getByRole('button', { name: 'Send this rating' }).click()
    await expect(page.getByText('Your rating is kept, and the supervisee is told.')).toBeVisible()
  }
}

/** It goes to staff, and not to the nurse. */
export async function stateOpinion(page: Page, nurse: Person, { lookOver }: Story) {
  await page.goto('/supervision')
  await page.getByRole('link', { name: `Write a statement about ${nurse.name}` }).click()
  await page
    .getByLabel('How you have worked together')
    .fill('Every fortnight for three months and more, on two groups.')
  await page.getByLabel('What the trainee does well in MBT').fill('Slows a group down, and says what was missed.')
  await page.getByLabel('What the trainee still works on').fill('Explaining less when it gets frightening.')
  await page.getByLabel('Ready to practise MBT independently').check()
  await lookOver(page)
  await page.getByRole('button', { name: 'Send it to the accreditation staff' }).click()
  await expect(page.getByText('Your statement is with the accreditation staff.')).toBeVisible()
  await lookOver(page)
}
