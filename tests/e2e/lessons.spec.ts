import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { createTrainee } from './support/people.ts'
import { completeCourses } from './support/study.ts'
import { expect, test } from './support/test.ts'

const COURSES = 'content/courses'
const slugOf = (name: string) => name.replace(/^\d+-/, '').replace(/\.md$/, '')

/** What costs something is bought in `paying.spec.ts`. */
const isFree = (folder: string) => /^price: free$/m.test(readFileSync(`${COURSES}/${folder}/course.yaml`, 'utf8'))

const reader = { name: 'Farrukh Reading', email: `${randomUUID()}@reading.example` }

test.beforeAll(() => createTrainee(reader))

/** A course of modules has their lessons. */
const withLessons = readdirSync(COURSES).filter((folder) => existsSync(`${COURSES}/${folder}/lessons`))

for (const folder of withLessons.sort())
  test(`every lesson of ${slugOf(folder)} fits the screen, its tables too`, async ({ openBrowser }) => {
    const page = await openBrowser(reader)
    if (isFree(folder)) {
      await page.goto(`/courses/${slugOf(folder)}`)
      await page.getByRole('button', { name: 'Start this course' }).click()
      await expect(page.getByText('The course is yours.')).toBeVisible()
    } else await completeCourses(reader, [slugOf(folder)])
    for (const lesson of readdirSync(`${COURSES}/${folder}/lessons`).sort()) {
      await page.goto(`/learn/${slugOf(folder)}/${slugOf(lesson)}`)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, `nothing of ${lesson} to scroll sideways`).toBeLessThanOrEqual(0)
    }
  })

/** Without a mouse: from wherever the browser is, by the tab key to the first field of a question. */
async function tabInto(page: Page, question: string) {
  await page.locator(`#question-${question}`).getByRole('button', { name: 'Check my answer' }).focus()
  await page.keyboard.press('Shift+Tab')
}

test('every kind of question is answered by keyboard', async ({ openBrowser, expectAccessible }) => {
  const typist = { name: 'Keita Typing', email: `${randomUUID()}@typing.example` }
  await createTrainee(typist)
  await completeCourses(typist, ['mentalizing-introduction', 'when-mentalizing-fails', 'interventions-by-arousal'])
  const page = await openBrowser(typist)
  await page.goto('/learn/mentalizing-introduction/arousal-and-the-switch')
  await tabInto(page, 'mi-14')
  await page.keyboard.type('Automatic')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The gap is filled by “controlled”.')).toBeVisible()

  await page.goto('/learn/mentalizing-introduction/four-dimensions')
  await tabInto(page, 'mi-13')
  for (const answer of ['Automatic', 'Other', 'External', 'Cognitive']) {
    await page.keyboard.type(answer)
    await page.keyboard.press('Shift+Tab')
  }
  await page.locator('#question-mi-13').getByRole('button', { name: 'Check my answer' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('#question-mi-13').getByText('Right', { exact: true })).toBeVisible()

  await page.goto('/learn/when-mentalizing-fails/teleological-stance')
  await tabInto(page, 'wm-16')
  for (const key of ['Space', 'ArrowUp', 'Enter']) await page.keyboard.press(key)
  await expect(page.getByText('Your answer, and right.')).toBeVisible()

  await page.goto('/learn/interventions-by-arousal/challenge')
  await expectAccessible(page)
  await tabInto(page, 'ar-18')
  for (const key of ['Space', 'ArrowUp', 'Enter']) await page.keyboard.press(key)
  await expect(page.getByText('Not as the author expects')).toBeVisible()
  await expectAccessible(page)
})
