import { fieldOf, type UnsentWork, type WorkKind } from '#app/domain/offline.ts'

type Sentences = { waits: string; sent: string; refused: string }

const SENTENCES: Record<WorkKind | 'note', Sentences> = {
  answer: {
    waits: 'Your answer is kept on this device, and will be sent when there is a network again.',
    sent: 'Your answer has been sent.',
    refused: 'Your answer was written without a network, and could not be taken.',
  },
  words: {
    waits: 'Your mark is kept on this device, and will be sent when there is a network again.',
    sent: 'Your mark has been sent.',
    refused: 'These words were marked without a network, and the mark could not be taken.',
  },
  note: {
    waits: 'Your note is kept on this device, and will be sent when there is a network again.',
    sent: 'Your note has been sent.',
    refused: 'Your note was written without a network, and could not be taken.',
  },
  read: {
    waits: 'That you have read this lesson is kept on this device, and will be sent when there is a network again.',
    sent: 'That you have read this lesson has been sent.',
    refused: 'That you have read this lesson was said without a network, and could not be taken.',
  },
}

const UNFINISHED = 'You have not finished this note. It is on this device alone, and is not sent until you keep it.'

/** What stands on marked words; blank where they are only marked. */
export const noteOf = ({ fields }: Pick<UnsentWork, 'fields'>): string => fieldOf(fields, 'note')

/** The words that were marked, as they stood in the lesson. */
export const quoteOf = ({ fields }: Pick<UnsentWork, 'fields'>): string =>
  fields.flatMap(([name, value]) => (name === 'quote' ? [value] : [])).join(' … ')

const sentencesFor = (work: UnsentWork): Sentences => SENTENCES[noteOf(work) === '' ? work.kind : 'note']

/** What is said of something that only this device has. */
export function sentenceOn(work: UnsentWork): string {
  if (work.isWriting) return UNFINISHED
  const { waits, refused } = sentencesFor(work)
  return work.refused ? `${refused} ${work.refused}` : waits
}

/** What is said once the server has it. */
export const sentSentence = (work: UnsentWork): string => sentencesFor(work).sent
