import { z } from 'zod'
import { isParagraphAnchor } from '#app/domain/paragraph-anchor.ts'
import { answerFields } from '#app/features/learning/answer-fields.server.ts'
import { listField } from '#app/http/form.server.ts'

const place = z.coerce.number().int().min(0).max(100_000)

/** A device that keeps lessons adds a key to what is done on one, which is the same however often it is sent. */
const key = z.uuid().optional()

const readForm = z.object({ intent: z.literal('read'), key })
const answerForm = z.object({ intent: z.literal('answer'), key, question: z.string().max(100), ...answerFields })

/** The two forms of a lesson's page. */
export const lessonForm = z.discriminatedUnion('intent', [readForm, answerForm])

/** Words are chosen in as many paragraphs as they lie in; without places each is meant whole. A device says what they were, and may have a note on them. */
const wordsFields = {
  key,
  anchor: listField(z.string().refine(isParagraphAnchor)).pipe(z.array(z.string()).min(1).max(40)),
  from: listField(place),
  to: listField(place),
  quote: listField(z.string().max(20_000)),
}

/** `write` goes on to the page on which one writes on the words. */
export const wordsForm = z.object({ intent: z.enum(['mark', 'write']), ...wordsFields })

/** Everything that a device may hold back until there is a network. */
export const workForm = z.discriminatedUnion('intent', [
  readForm,
  answerForm,
  z.object({ intent: z.literal('mark'), note: z.string().optional(), ...wordsFields }),
])
export type SentWork = z.output<typeof workForm>

type SentWords = Pick<z.output<typeof wordsForm>, 'anchor' | 'from' | 'to' | 'quote'>

/** The words of a form, one for each paragraph that they lie in. */
export const chosenIn = ({ anchor, from, to, quote }: SentWords) =>
  anchor.map((one, index) => ({ anchor: one, from: from[index], to: to[index], quote: quote[index] }))
