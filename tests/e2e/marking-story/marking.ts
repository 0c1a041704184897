import type { Page } from '@playwright/test'
import { scriptName } from '#app/domain/marking.ts'
import { VIGNETTE } from '../journey/answering.ts'
import { pressByKeyboard } from '../journey/keyboard.ts'
import { commentOn, levelOf } from '../journey/mark.ts'
import { expectAnonymous } from '../journey/script.ts'
import { heading } from '../journey/story.ts'
import { expectSaved } from '../journey/writing.ts'
import { expect } from '../support/test.ts'
import type { Part, Story, Writer } from './story.ts'

const CRITERIA = [
  'Not knowing',
  'Patience',
  'Acceptance',
  'Active questioning',
  'Not forcing understanding',
  'Own mistakes',
]

export type Given = {
  /** In the order of the criteria; null is not rateable. */
  levels: (number | null)[]
  /** What is said about some of them. */
  comments?: Record<string, string>
  /** What is said at the first words of the answer. */
  atPassage?: string
  global: number
  overall: string
}

/** Takes what was allocated, or waits for anybody, from the queue without a mouse. Nothing there says whose it is. */
export async function takeByKeyboard(page: Page, part: Part, writer: Writer, story: Story) {
  const name = scriptName(part.code)
  await page.goto(`/marking?vignette=${VIGNETTE.slug}`)
  await expectAnonymous(page, writer, part)
  await pressByKeyboard(page, new RegExp(`^(Begin|Take) this script ?, ${name}$`))
  await expect(heading(page, name)).toBeVisible()
  await expectAnonymous(page, writer, part)
  await story.lookOver(page)
}

/** The keys are shown by one of them. */
export async function readKeys(page: Page, { lookOver }: Story) {
  await expectAlive(page)
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Marking with the keyboard' })
  await expect(keys).toContainText('Next section')
  await lookOver(page)
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()
}

/** Gives and locks a whole mark by single keys. */
export async function markByKeyboard(page: Page, given: Given, { lookOver }: Story) {
  const { keyboard } = page
  await expectAlive(page)
  await keyboard.press('k')
  for (const [at, title] of CRITERIA.entries()) {
    await rate(page, title, given.levels[at] ?? null)
    const comment = given.comments?.[title]
    if (comment) await write(page, comment, 'c')
    await keyboard.press('j')
  }
  await rate(page, 'Global rating', given.global)
  if (given.atPassage) await write(page, given.atPassage, 'p')
  await keyboard.press('j')
  await keyboard.press('j')
  await write(page, given.overall, 'c')
  await expectGiven(page, given)
  await expectSaved(page)
  await lookOver(page)
  await keyboard.press('l')
  await keyboard.press('Enter')
}

/** What stands in a text field is text; Escape leads back to the section. */
async function write(page: Page, text: string, key: 'c' | 'p') {
  await page.keyboard.press(key)
  await page.keyboard.insertText(text)
  await page.keyboard.press('Escape')
}

async function rate(page: Page, title: string, level: number | null) {
  await page.keyboard.press(String(level ?? 0))
  await expect(levelOf(page, title, level ?? 'Not rateable')).toBeChecked()
}

async function expectGiven(page: Page, { comments = {}, atPassage, overall }: Given) {
  for (const [title, words] of Object.entries(comments)) await expect(commentOn(page, title)).toHaveValue(words)
  if (atPassage) await expect(page.getByRole('list', { name: 'Comments on passages' })).toContainText(atPassage)
  await expect(page.getByRole('textbox', { name: 'Overall comment' })).toHaveValue(overall)
}

/** Keys do nothing before the page has come to life. */
async function expectAlive(page: Page) {
  await expect(page.getByText(/^Saved as you write$|^Saved \d/).first()).toBeVisible()
}

export const expectLocked = (page: Page, { code }: Part) =>
  expect(page.getByText(`Your mark of ${scriptName(code)} is locked.`)).toBeVisible()

/** Of two markers neither learns anything of the other before both are in. */
export async function expectBlind(page: Page, { code }: Part, unseen: readonly string[], { expectRefusal }: Story) {
  for (const address of [`/marking/${code}`, `/marking?vignette=${VIGNETTE.slug}`, '/notices']) {
    await page.goto(address)
    for (const words of unseen) expect(await page.content(), address).not.toContain(words)
  }
  expectRefusal(404, `/marking/${code}/differences`)
  await page.goto(`/marking/${code}/differences`)
  await expect(heading(page, 'Two marks of one script')).toHaveCount(0)
}
