import { fillsGap } from '#app/domain/retrieval/gap.ts'
import { checkUnique } from './check-references.ts'
import type { Report } from './findings.ts'
import type { questionsSchema } from './question-schema.ts'
import { finding, type Path, type Source } from './yaml-file.ts'

type QuestionsSource = Source<ReturnType<typeof questionsSchema.parse>>
type Question = QuestionsSource['value'][number]
type At = { source: QuestionsSource; path: Path }

/** What one question's fields say about each other: whether it can be answered at all, and tells nothing by itself. */
export function checkQuestion(question: Question, at: At, report: Report): void {
  const { source, path } = at
  question.confirm.forEach((statement, index) => {
    report.confirm.push(finding(source, [...path, 'confirm', index], statement))
  })
  if ('options' in question) checkUnique(source, [...path, 'options'], question.options, report)
  if (question.kind === 'match') checkMatch(question, at, report)
  if (question.kind === 'gap') checkGap(question, at, report)
}

function checkMatch({ answers, lines }: Extract<Question, { kind: 'match' }>, { source, path }: At, report: Report) {
  checkUnique(source, [...path, 'answers'], answers, report)
  checkUnique(source, [...path, 'lines'], lines, report)
  lines.forEach(({ answer }, index) => {
    if (!answers.some(({ id }) => id === answer))
      report.faults.push(finding(source, [...path, 'lines', index, 'answer'], `there is no answer ${answer}`))
  })
}

function checkGap(question: Extract<Question, { kind: 'gap' }>, { source, path }: At, report: Report) {
  question.mistakes.forEach(({ words }, index) => {
    const right = words.find((word) => fillsGap(question, word))
    if (right) report.faults.push(finding(source, [...path, 'mistakes', index, 'words'], `${right} is taken as right`))
  })
  const shown = (question.words ?? []).find((word) => question.sentence.toLowerCase().includes(word.toLowerCase()))
  if (shown) report.faults.push(finding(source, [...path, 'sentence'], `${shown} stands in the sentence already`))
}
