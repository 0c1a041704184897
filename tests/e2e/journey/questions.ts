import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { parse } from 'yaml'
import { type Question, questionsSchema } from '#app/content/course-schema.ts'
import { questionAnchor } from '#app/features/learning/place.ts'
import { expect } from '../support/test.ts'

/** The course's questions as their authors wrote them, so that the story stays true when they are rewritten. */
export const questionsOf = (folder: string): Question[] =>
  questionsSchema.parse(parse(readFileSync(`content/courses/${folder}/questions.yaml`, 'utf8')))

const blockOf = (page: Page, { id }: Question) => page.locator(`#${questionAnchor(id)}`)

export async function answerRightly(page: Page, question: Question) {
  await answer(page, question, rightOnes(question))
  await expect(blockOf(page, question).getByText('Right', { exact: true })).toBeVisible()
}

/** Answers wrongly, reads what there is to say on every option, and asks for the question again. */
export async function answerWronglyFirst(page: Page, question: Question) {
  const block = blockOf(page, question)
  await answer(page, question, wrongOnes(question))
  await expect(block.getByText('Not quite')).toBeVisible()
  for (const { feedback } of question.options) await expect(block).toContainText(feedback)
  await expect(block).toContainText(question.explanation)
  await block.getByRole('link', { name: /^Try again/ }).click()
}

async function answer(page: Page, question: Question, texts: string[]) {
  const block = blockOf(page, question)
  for (const [index, text] of texts.entries()) {
    const field = block.getByLabel(text, { exact: true })
    if (question.kind === 'order') await field.selectOption(String(index + 1))
    else await field.check()
  }
  await block.getByRole('button', { name: 'Check my answer' }).click()
}

const rightOnes = ({ kind, options }: Question): string[] =>
  options.filter((option) => kind === 'order' || ('correct' in option && option.correct)).map(({ text }) => text)

/** Steps in the wrong order; otherwise one option that is not right. */
function wrongOnes(question: Question): string[] {
  if (question.kind === 'order') return rightOnes(question).toReversed()
  const right = rightOnes(question)
  return question.options
    .map(({ text }) => text)
    .filter((text) => !right.includes(text))
    .slice(0, 1)
}
