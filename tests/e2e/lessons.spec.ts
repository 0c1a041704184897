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

/** Whoever is enrolled already stays so. */
async function startIntroduction(page: Page) {
  await page.goto('/courses/mentalizing-introduction')
  await page.getByRole('button', { name: 'Start this course' }).click()
  await page.waitForURL(/\/learn\//)
}

/** Counts from now on, on every page, what moves by itself, as a browser scores it; what a person's own press moves is left out. */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    const seen = window as unknown as { shifted: number }
    seen.shifted = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) seen.shifted += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })

/** What the last frame moved is told with the next one. */
const shifts = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
    return (window as unknown as { shifted: number }).shifted
  })

/** Pages with what a script adds to or changes, and where that is: it is on the screen from the first. */
const SCRIPTED: [address: string, part?: string][] = [
  ['/learn'],
  ['/learn/mentalizing-introduction/what-mentalizing-is', '.recording'],
  ['/learn/mentalizing-introduction/arousal-and-the-switch', '.recording'],
  ['/learn/practice'],
  ['/learn/practice/question'],
  ['/learn/notes'],
  ['/vignettes/the-third-cancellation/answer', '.rich-text-editor'],
]

/** A browser that plays a phone reports no shifts at all: a window of that width does. */
test.describe(() => {
  test.use({ isMobile: false })

  test('pages hold still when their scripts come: recordings, practice, notes and the editor of an answer', async ({
    page,
    signIn,
  }) => {
    await signIn('noor')
    await watchShifts(page)
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        const part = new URLSearchParams(location.hash.slice(1)).get('show')
        if (part) document.querySelector(part)?.scrollIntoView({ behavior: 'instant', block: 'center' })
      })
    })
    for (const [address, part] of SCRIPTED) {
      await page.goto(part ? `${address}#show=${part}` : address)
      if (part) await expect(page.locator(part).first()).toBeInViewport()
      if (part === '.rich-text-editor') await expect(page.getByRole('toolbar').first()).toBeVisible()
      await page.evaluate(() => document.fonts.ready)
      expect(await shifts(page), address).toBeLessThan(0.01)
    }
  })

  test('lessons and the catalogue hold still while they load, and a line is neither long nor short', async ({
    openBrowser,
  }, { project }) => {
    const page = await openBrowser(reader)
    await startIntroduction(page)
    await watchShifts(page)
    for (const address of ['/', '/learn/mentalizing-introduction/four-dimensions']) {
      await page.goto(address)
      await page.evaluate(() => document.fonts.ready)
      await page.mouse.wheel(0, 2_000)
      await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(0)
      expect(await shifts(page), address).toBe(0)
    }
    const characters = await page
      .locator('.prose > p')
      .first()
      .evaluate((paragraph) => {
        const { clientWidth, textContent } = paragraph as HTMLElement
        const line = paragraph.cloneNode(true) as HTMLElement
        line.style.cssText = 'position: absolute; width: max-content; max-width: none; white-space: nowrap'
        paragraph.after(line)
        const { width } = line.getBoundingClientRect()
        line.remove()
        return clientWidth / (width / textContent.length)
      })
    expect(characters).toBeLessThanOrEqual(75)
    if (project.name === 'wide') expect(characters).toBeGreaterThanOrEqual(60)
  })
})

test('words of a lesson are marked and written on, and one comes back to where one stopped', async ({
  openBrowser,
  expectAccessible,
}) => {
  const marker = { name: 'Ines Marking', email: `${randomUUID()}@marking.example` }
  await createTrainee(marker)
  const page = await openBrowser(marker)
  await startIntroduction(page)
  const lesson = '/learn/mentalizing-introduction/four-dimensions'
  const choose = (index: number) =>
    page
      .locator('.prose > p')
      .nth(index)
      .evaluate((paragraph) => {
        paragraph.scrollIntoView({ block: 'center' })
        document.getSelection()?.selectAllChildren(paragraph)
      })
  await page.goto(lesson)
  await choose(1)
  await page.getByRole('button', { name: 'Mark', exact: true }).click()
  await expect(page.locator('.prose > p').nth(1).locator('mark')).not.toHaveCount(0)
  await choose(2)
  await page.locator('[data-mark-words]').getByRole('button', { name: 'Write a note' }).click()
  await page.getByRole('textbox', { name: 'Your note' }).fill('To try on the ward.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Keep this note' }).click()
  await expect(page.getByText('The note is kept.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Your note on these words' })).toHaveCount(1)
  await expectAccessible(page)
  await page.goto('/learn/notes')
  await expect(page.getByText('To try on the ward.')).toBeVisible()
  await expectAccessible(page)
  await page.goto(lesson)
  await page.getByRole('link', { name: 'Continue where you stopped' }).click()
  expect(page.url()).toMatch(/four-dimensions#p-/)
})
