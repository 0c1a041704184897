import type { Page } from '@playwright/test'
import { PDF } from '#tests/support/pdf.ts'
import { pressByKeyboard, tabTo } from '../journey/keyboard.ts'
import { expect } from '../support/test.ts'
import {
  daysAgo,
  type Group,
  heldDaysAgo,
  LOGGED_BEFORE,
  lastDaysAgo,
  type Story,
  SUPERVISION_DAYS_AGO,
} from './story.ts'

/** A portfolio begins with its first case. @returns the code that the platform gives it. */
export async function beginGroup(page: Page, firstDaysAgo: number, { lookOver }: Story): Promise<Group> {
  await page.goto('/portfolio')
  await lookOver(page)
  await page.goto('/portfolio/cases/new')
  await page.getByRole('radio', { name: 'Group', exact: true }).check()
  await page.getByLabel('MBT is the primary intervention').check()
  await page.getByLabel('Age band').selectOption('mixed')
  await page.getByLabel('Primary diagnosis').selectOption('borderline')
  await page.getByLabel('Diagnosed by').selectOption('psychiatrist')
  await page.getByLabel('Began on').fill(daysAgo(firstDaysAgo))
  await lookOver(page)
  await page.getByRole('button', { name: 'Keep this case' }).click()
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText(/^[A-Z0-9]{2,}-[A-Z0-9]{2,}$/)
  return { code: (await heading.textContent()) ?? '', firstDaysAgo }
}

async function openCase(page: Page, { code }: Group) {
  await page.goto('/portfolio/cases')
  await page.getByRole('link', { name: code }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(code)
}

/** Three months of a weekly group, as one run; then the group has ended. */
export async function addThreeMonths(page: Page, group: Group, { lookOver }: Story) {
  await openCase(page, group)
  await page.getByLabel(/^Day/).fill(daysAgo(heldDaysAgo(group, LOGGED_BEFORE + 1)))
  await page.getByLabel(/^Minutes/).fill('90')
  await page.getByText('Several at once').click()
  await page.getByLabel('From that day').selectOption('week')
  await page.getByLabel('Up to').fill(daysAgo(lastDaysAgo(group)))
  await lookOver(page)
  await page.getByRole('button', { name: 'Add to the case' }).click()
  await expect(page.getByRole('heading', { name: '24 sessions' })).toBeVisible()
  await lookOver(page)
}

export async function endGroup(page: Page, group: Group, { lookOver }: Story) {
  await openCase(page, group)
  await page.getByRole('link', { name: 'Correct the case' }).click()
  await page.getByLabel('Ended on').fill(daysAgo(lastDaysAgo(group)))
  await lookOver(page)
  await page.getByRole('button', { name: 'Correct the case' }).click()
  await expect(page.getByRole('link', { name: 'Correct the case' })).toBeVisible()
}

/** A session is logged without the mouse: from field to field, with one sentence to be typed. */
export async function logByKeyboard(page: Page, supervisor: string, groups: readonly Group[], { lookOver }: Story) {
  const { keyboard } = page
  await page.goto('/portfolio/supervision/new')
  await page.getByLabel(/^Day/).fill(daysAgo(SUPERVISION_DAYS_AGO[6]))
  await page.getByLabel('Began at').fill('16:00')
  await page.getByLabel('Began at').focus()
  await tabTo(page, page.getByLabel(/^Minutes/))
  await keyboard.press('ControlOrMeta+A')
  await keyboard.type('60')
  await tabTo(page, page.getByLabel('Alone with your supervisor'))
  await keyboard.press('Space')
  await tabTo(page, page.getByLabel(/^Supervisor/))
  // The one of the last session is proposed.
  await expect(page.getByLabel(/^Supervisor/).locator('option:checked')).toContainText(supervisor)
  // They stand in an order of their own.
  const boxes = page.getByLabel(new RegExp(groups.map(({ code }) => code).join('|')))
  for (const at of groups.keys()) {
    await tabTo(page, boxes.nth(at))
    await keyboard.press('Space')
  }
  await tabTo(page, page.getByLabel('What you take away'))
  await keyboard.type('Stop the group when it races, and say that I am the one who has lost the thread.')
  await lookOver(page)
  await pressByKeyboard(page, 'Keep this session')
  await expect(page.getByText('The session is in your log.', { exact: true })).toBeVisible()
}

/** The next one is the last one again, on another day and with another sentence. */
export async function repeatLast(page: Page, { lookOver }: Story) {
  await page.goto('/portfolio/supervision/new')
  await page.getByRole('link', { name: 'Repeat the last' }).click()
  await expect(page.getByLabel(/^Minutes/)).toHaveValue('60')
  await page.getByLabel(/^Day/).fill(daysAgo(SUPERVISION_DAYS_AGO[7]))
  await page.getByLabel('What you take away').fill('Ask what each made of the silence before I say what I made of it.')
  await lookOver(page)
  await page.getByRole('button', { name: 'Keep this session' }).click()
  await expect(page.getByText('The session is in your log.', { exact: true })).toBeVisible()
  await lookOver(page)
}

export async function addCpd(page: Page, { lookOver }: Story) {
  await page.goto('/portfolio/cpd/new')
  await page.getByLabel(/^Day/).fill(daysAgo(40))
  await page.getByLabel('Method').selectOption('peer-group')
  await page.getByLabel('Topic').fill('Silence in groups')
  await page.getByLabel(/^Hours/).fill('3')
  await page.getByLabel('With others').fill('3')
  await page.getByLabel('What changes in your practice').fill('I name a silence as something that we share, and wait.')
  await page.getByRole('button', { name: 'Keep this' }).click()
  await expect(page.getByText('It is in your portfolio.')).toBeVisible()
  await lookOver(page)
}

const REPORT: [prompt: string, text: string][] = [
  ['Description', 'Two groups from the first evening to the last, with one person fewer in each at the end.'],
  ['Feelings', 'Proud of the second, and still sore about the evening on which I would not let a quarrel go.'],
  ['Evaluation', 'I slow down sooner. I still explain when I am frightened.'],
  [
    'Analysis and plan',
    'Explaining calms me and nobody else. I have asked my supervisor to stop the recording where I begin.',
  ],
]

/** The report that the pathway asks for. A record number slips in, is found, and is taken out again. */
export async function writeReport(page: Page, { lookOver, expectRefusal }: Story) {
  await page.goto('/portfolio/reflections/new')
  await page.getByLabel('Day of what you reflect on').fill(daysAgo(19))
  await page.getByLabel('Title').fill('Two groups')
  await page.getByLabel('This is my reflective report').check()
  for (const [prompt, text] of REPORT) await page.getByRole('textbox', { name: prompt }).fill(text)
  const description = page.getByRole('textbox', { name: 'Description' })
  await description.fill(`${REPORT[0]?.[1]} See hospital no. 4471902.`)
  expectRefusal(400, '/portfolio/reflections/new')
  await page.getByRole('button', { name: 'Keep this reflection' }).click()
  await expect(page.getByRole('alert')).toContainText('Not saved yet')
  await lookOver(page)
  await description.fill(REPORT[0]?.[1] ?? '')
  await page.getByRole('button', { name: 'Keep this reflection' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Two groups')
  await lookOver(page)
}

/** A section of a recording is named, and stays where it is. */
export async function addClip(page: Page, group: Group, session: number, supervisor: string, { lookOver }: Story) {
  const held = heldDaysAgo(group, session)
  await page.goto('/portfolio/clips/new')
  await page.getByLabel(/^Case/).selectOption(await optionOf(page, /^Case/, group.code))
  await page.getByLabel(/^Session/).fill(`${session}`)
  await page.getByLabel(/^Day/).fill(daysAgo(held))
  await page.getByLabel(/^Minutes/).fill('15')
  await page.getByLabel('Video').check()
  await page.getByLabel(/^Supervisor/).selectOption(await optionOf(page, /^Supervisor/, supervisor))
  await page.getByLabel('The patient has consented in writing').check()
  await page.getByLabel('Supervision, and being assessed by it').check()
  await page.getByLabel('To be destroyed by').fill(daysAgo(held - 400))
  await lookOver(page)
  await page.getByRole('button', { name: 'Keep this clip' }).click()
  await expect(page.getByText('The clip is in your portfolio.')).toBeVisible()
  await lookOver(page)
}

/** What an option carries whose words begin like this: what follows tells dates and kinds. */
const optionOf = async (page: Page, label: RegExp, words: string) =>
  (await page.getByLabel(label).locator('option', { hasText: words }).getAttribute('value')) ?? ''

type Training = { kind: 'basic' | 'practitioner'; title: string; days: number; daysAgo: number }

export async function addTraining(page: Page, training: Training, { lookOver }: Story) {
  await page.goto('/portfolio/trainings/new')
  await page.getByLabel('Which training').selectOption(training.kind)
  await page.getByLabel('Title').fill(training.title)
  await page.getByLabel('Given by').selectOption({ label: 'Northmere School of Mentalizing' })
  await page.getByLabel('First day').fill(daysAgo(training.daysAgo))
  await page.getByLabel('Last day').fill(daysAgo(training.daysAgo - training.days + 1))
  await page.getByLabel('Training days').fill(`${training.days}`)
  await page.getByLabel('Hours taught live').fill(`${training.days * 6}`)
  await page.getByLabel('Hours in your own time').fill('0')
  const file = { name: 'certificate.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) }
  await page.getByLabel('Certificate').setInputFiles(file)
  await lookOver(page)
  await page.getByRole('button', { name: 'Keep this training' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(training.title)
  await lookOver(page)
}
