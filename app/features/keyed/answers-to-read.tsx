import type { KeyedQuestion } from '#app/content/keyed-question.ts'
import type { KeyedAnswers } from '#app/domain/keyed/answers.ts'
import type { Judged } from '#app/domain/keyed/judgement.ts'
import { shiftNumber, shiftWords } from '#app/domain/keyed/shift-words.ts'
import { CodedList } from './coded-list.tsx'

/** What was answered, for reading: to compare two versions. */
export function AnswersToRead({ question, answers }: { question: KeyedQuestion; answers: KeyedAnswers }) {
  if (question.kind === 'annotate')
    return <CodedList question={question} passages={answers.kind === question.kind ? answers.passages : []} />
  return (
    <ol className="list-decimal ps-6">
      {question.items.map((item) => (
        <li key={item.id}>{'stem' in item ? judgedWords(item, answers) : shiftAnswer(item.id, answers)}</li>
      ))}
    </ol>
  )
}

const NOTHING = 'Not answered yet'

function shiftAnswer(id: string, answers: KeyedAnswers): string {
  const shift = answers.kind === 'script-concordance' ? answers.shifts[id] : undefined
  return shift === undefined ? NOTHING : `${shiftNumber(shift)}, ${shiftWords[shift]}`
}

function judgedWords({ id, options }: { id: string; options: { id: string; text: string }[] }, answers: KeyedAnswers) {
  const judged = answers.kind === 'situational-judgement' ? answers.items[id] : undefined
  const said = judged ? options.flatMap((option) => saidOf(option, judged)) : []
  return said.length === 0 ? NOTHING : said.join(' ')
}

function saidOf({ id, text }: { id: string; text: string }, judged: Judged): string[] {
  if ('chosen' in judged) return judged.chosen.includes(id) ? [text] : []
  return judged.places[id] ? [`${judged.places[id]}: ${text}`] : []
}
