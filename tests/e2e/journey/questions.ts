import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { parse } from 'yaml'
import { type Question, questionsSchema } from '#app/content/question-schema.ts'
import { answersByLine } from '#app/domain/retrieval/match.ts'
import { answeredOptions } from '#app/features/learning/answered-options.ts'
import { questionAnchor } from '#app/features/learning/place.ts'
import { questionView } from '#app/features/learning/question-view.ts'
import { answerTo } from '#prisma/demo/answering.ts'
import { expect } from '../support/test.ts'

/** The course's questions as their authors wrote them, so that the story stays true when they are rewritten. */
export const questionsOf = (folder: string): Question[] =>
  questionsSchema.parse(parse(readFileSync(`content/courses/${folder}/questions.yaml`, 'utf8')))

const blockOf = (page: Page, { id }: Question) => page.locator(`#${questionAnchor(id)}`)

export async function answerRightly(page: Page, question: Question) {
  await answer(blockOf(page, question), question, answerTo(question, false))
  await expect(blockOf(page, question).getByText(/^(Right|As the author expects)$/)).toBeVisible()
}

/** Answers wrongly, reads what there is to say on every option, and asks for the question again. */
export async function answerWronglyFirst(page: Page, question: Question) {
  const block = blockOf(page, question)
  const wrong = answerTo(question, true)
  await answer(block, question, wrong)
  await expect(block.getByText(/^Not (quite|as the author expects)$/)).toBeVisible()
  for (const { feedback } of answeredOptions(question, wrong)) await expect(block).toContainText(feedback)
  await expect(block).toContainText(question.explanation)
  await block.getByRole('link', { name: /^Try again/ }).click()
}

async function answer(block: Locator, question: Question, chosen: string[]) {
  const shown = questionView(question, { seed: '', answer: undefined })
  const textOf = (id: string | undefined) => shown.options.find((option) => option.id === id)?.text ?? ''
  const field = (id: string) => block.getByLabel(textOf(id), { exact: true })
  switch (question.kind) {
    case 'order':
      for (const [index, id] of chosen.entries()) await field(id).selectOption(String(index + 1))
      break
    case 'match':
      for (const [line, given] of Object.entries(answersByLine(chosen))) await field(line).selectOption(given)
      break
    case 'gap':
      await block.getByLabel(question.prompt).fill(chosen[0] ?? '')
      break
    default:
      for (const id of chosen) await field(id).check()
  }
  await block.getByRole('button', { name: 'Check my answer' }).click()
}
