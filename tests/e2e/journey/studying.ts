import { readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { Question } from '#app/content/question-schema.ts'
import { expect } from '../support/test.ts'
import { answerRightly, answerWronglyFirst, questionsOf } from './questions.ts'
import { goTo, heading, type Story } from './story.ts'

const COURSE = '/learn/therapeutic-stance'
const FOLDER = '03-therapeutic-stance'
const questions = questionsOf(FOLDER)
const lessons = readdirSync(`content/courses/${FOLDER}/lessons`)
  .sort()
  .map((file) => file.slice(3, -'.md'.length))

export async function enrol(page: Page, { lookOver }: Story) {
  await page.goto('/')
  await page.getByRole('link', { name: 'Therapeutic stance' }).click()
  await lookOver(page)
  await page.getByRole('button', { name: 'Start this course' }).click()
  await expect(page.getByText('The course is yours.')).toBeVisible()
}

/** Reads the lesson that is open, answers its questions, the first of each kind wrongly at first, and goes on. */
export async function studyLesson(page: Page, { lookOver }: Story) {
  await lookOver(page)
  for (const question of questionsOn(page)) {
    if (isFirstOfItsKind(question)) {
      await answerWronglyFirst(page, question)
      await lookOver(page)
    }
    await answerRightly(page, question)
  }
  const read = page.url()
  await page.getByRole('button', { name: /^Mark as read/ }).click()
  await page.waitForURL((address) => address.href !== read)
}

/** Goes away in the middle of the course, and is led back to the lesson that comes next. */
export async function comeBackLater(page: Page, { lookOver }: Story) {
  const lesson = page.url()
  const title = await page.getByRole('heading', { level: 1 }).textContent()
  await goTo(page, 'My learning')
  await lookOver(page)
  await expect(page.getByText(`Next: ${title}`)).toBeVisible()
  await page.getByRole('link', { name: 'Continue' }).click()
  await expect(page).toHaveURL(lesson)
}

export async function studyCourse(page: Page, story: Story) {
  for (const [index, slug] of lessons.entries()) {
    await expect(page).toHaveURL(`${COURSE}/${slug}`)
    if (index === 3) await comeBackLater(page, story)
    await studyLesson(page, story)
  }
  await expect(page).toHaveURL(COURSE)
  await expect(heading(page, 'Therapeutic stance')).toBeVisible()
  await expect(page.getByText('Not read', { exact: true })).toHaveCount(0)
  await story.lookOver(page)
}

const questionsOn = (page: Page): Question[] => questions.filter(({ lesson }) => page.url().endsWith(`/${lesson}`))
const isFirstOfItsKind = ({ id, kind }: Question) => questions.find((one) => one.kind === kind)?.id === id
