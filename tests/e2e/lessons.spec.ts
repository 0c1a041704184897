import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createTrainee } from './support/people.ts'
import { completeCourses } from './support/study.ts'
import { expect, test } from './support/test.ts'

const COURSES = 'content/courses'
const slugOf = (name: string) => name.replace(/^\d+-/, '').replace(/\.md$/, '')

/** What costs something is bought in `paying.spec.ts`. */
const isFree = (folder: string) => /^price: free$/m.test(readFileSync(`${COURSES}/${folder}/course.yaml`, 'utf8'))

const reader = { name: 'Farrukh Reading', email: `${randomUUID()}@reading.example` }

test.beforeAll(() => createTrainee(reader))

for (const folder of readdirSync(COURSES).sort())
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
