import type { Page } from '@playwright/test'
import { scriptName } from '#app/domain/marking.ts'
import { expect } from '../support/test.ts'
import { VIGNETTE } from './answering.ts'
import { pressByKeyboard, tabTo } from './keyboard.ts'
import { expectRated, MARK, OVERALL } from './mark.ts'
import { expectAnonymous, type Script } from './script.ts'
import { goTo, heading, type Story } from './story.ts'

/** Finds the script among those that wait, under its code, and takes it. */
export async function takeScript(page: Page, script: Script, { trainee, lookOver }: Story) {
  await page.goto('/marking')
  await page.getByLabel('Vignette').selectOption(VIGNETTE.slug)
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByRole('link', { name: /^Waiting/ }).click()
  await expectAnonymous(page, trainee, script)
  await lookOver(page)
  await page.getByRole('button', { name: `, ${scriptName(script.code)}` }).click()
  await expect(heading(page, scriptName(script.code))).toBeVisible()
  await expectAnonymous(page, trainee, script)
  await lookOver(page)
}

/** The comment on the whole is owed: without it the mark comes back as it was filled in. Then it is locked. */
export async function lockMark(page: Page, script: Script, { expectRefusal, lookOver }: Story) {
  expectRefusal(400, `/marking/${script.code}?vignette=${VIGNETTE.slug}`)
  await pressByKeyboard(page, 'Lock this mark')
  await expect(page.getByRole('alert')).toContainText('This mark cannot be locked yet')
  for (const rating of MARK) await expectRated(page, rating)
  await lookOver(page)
  await tabTo(page, page.getByRole('textbox', { name: 'Overall comment' }))
  await page.keyboard.insertText(OVERALL)
  await pressByKeyboard(page, 'Lock this mark')
  await expectLocked(page, script)
  await page.goto(`/marking/${script.code}`)
  await expect(page.getByRole('button', { name: 'Lock this mark' })).toHaveCount(0)
  await lookOver(page)
}

export const expectLocked = (page: Page, { code }: Script) =>
  expect(page.getByText(`Your mark of ${scriptName(code)} is locked.`)).toBeVisible()

/** For another lead the script is not there at all. */
export async function expectClosedTo(page: Page, script: Script, { expectRefusal, lookOver }: Story) {
  await page.goto('/marking')
  await expect(page.getByText(scriptName(script.code))).toHaveCount(0)
  expectRefusal(404, `/marking/${script.code}`)
  await page.goto(`/marking/${script.code}`)
  await expect(page.getByText('Good work')).toHaveCount(0)
  await lookOver(page)
}

export async function release(page: Page, script: Script, { trainee, lookOver }: Story) {
  await goTo(page, 'Marking')
  await page.getByRole('link', { name: 'Release marks' }).click()
  await page.getByLabel(scriptName(script.code)).check()
  await expectAnonymous(page, trainee, script)
  await lookOver(page)
  await page.getByRole('button', { name: 'Release the ticked marks' }).click()
  await expect(page.getByText('1 mark released. The trainee has been told.')).toBeVisible()
  await expectAnonymous(page, trainee, script)
}
