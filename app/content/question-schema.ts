import { z } from 'zod'
import { SHIFTS } from '#app/domain/keyed/concordance.ts'
import { membersNeeded } from '#app/domain/keyed/panel.ts'
import { MODES } from '#app/domain/retrieval/modes.ts'
import { confirm, plainText, slug, text } from './words.ts'

/** The retrieval questions of a course; `docs/content.md` shows an example of each kind. */

const feedback = plainText
const option = z.strictObject({ id: slug, text: plainText, feedback })
const judgedOption = option.extend({ correct: z.boolean('must say correct: true or false') })
const asked = { id: slug, lesson: slug, prompt: plainText, explanation: plainText, confirm }
const correctCount = (options: { correct: boolean }[]) => options.filter(({ correct }) => correct).length

const single = z.strictObject({
  ...asked,
  kind: z.literal('single'),
  options: z
    .array(judgedOption)
    .min(3)
    .max(5)
    .refine((options) => correctCount(options) === 1, 'needs exactly one correct option'),
})

const multiple = z.strictObject({
  ...asked,
  kind: z.literal('multiple'),
  options: z
    .array(judgedOption)
    .min(4)
    .max(6)
    .refine((options) => correctCount(options) >= 2, 'needs at least two correct options'),
})

const order = z.strictObject({ ...asked, kind: z.literal('order'), options: z.array(option).min(3).max(6) })

/** Each line goes with one answer. An answer may go with several lines, or with none and only tempt. */
const match = z.strictObject({
  ...asked,
  kind: z.literal('match'),
  answers: z
    .array(z.strictObject({ id: slug, text: plainText }))
    .min(2)
    .max(6),
  lines: z
    .array(option.extend({ answer: slug }))
    .min(3)
    .max(6),
})

const GAP = '___'
const mistake = z.strictObject({ words: z.array(plainText).min(1), feedback })

/** The key is a list of spellings, the first of which is shown, or a number. */
const gap = z
  .strictObject({
    ...asked,
    kind: z.literal('gap'),
    sentence: plainText.refine((given) => given.split(GAP).length === 2, `has one gap, written ${GAP}`),
    words: z.array(plainText).min(1).optional(),
    number: z.number().optional(),
    /** How far a number may lie from the right one. */
    within: z.number().min(0).optional(),
    feedback,
    /** Answers to be expected that are not right, each with what there is to say on it. */
    mistakes: z.array(mistake).default([]),
    otherwise: feedback,
  })
  .refine(({ words, number }) => (words === undefined) !== (number === undefined), {
    path: ['words'],
    error: 'a gap is filled by words or by a number',
  })
  .refine(({ number, within }) => number !== undefined || within === undefined, {
    path: ['within'],
    error: 'goes with a number',
  })

const turn = z.strictObject({ speaker: text, note: text.optional(), says: text })

/** The last turn is the one that is asked about; what stands before it is there to understand it by. */
const mode = z.strictObject({
  ...asked,
  kind: z.literal('mode'),
  transcript: z.array(turn).min(1).max(5),
  mode: z.enum(MODES),
  feedback: z.strictObject(Object.fromEntries(MODES.map((name) => [name, feedback])) as Record<Mode, typeof feedback>),
})
type Mode = (typeof MODES)[number]

const shifts = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ '-2': value, '-1': value, '0': value, '1': value, '2': value })

/** Whose answers an answer is compared with. */
const panel = z
  .strictObject({
    panel: text,
    members: z
      .int()
      .min(membersNeeded('script-concordance'), `a panel has at least ${membersNeeded('script-concordance')} members`),
    on: z.iso.date(),
    counts: shifts(z.int().min(0)),
  })
  .refine(({ members, counts }) => SHIFTS.reduce<number>((sum, shift) => sum + counts[`${shift}`], 0) === members, {
    path: ['counts'],
    error: 'the counts do not add up to the members',
  })

/** A thought, then news. A panel judges it; where none has answered yet, the author says which way the thought goes. */
const concordance = z
  .strictObject({
    ...asked,
    kind: z.literal('script-concordance'),
    thinking: plainText,
    learn: plainText,
    panel: panel.optional(),
    expected: z.literal(SHIFTS).optional(),
    feedback: shifts(feedback),
  })
  .refine(({ panel: judges, expected }) => (judges === undefined) !== (expected === undefined), {
    path: ['expected'],
    error: 'a concordance has its panel’s answers, or what its author expects while there is no panel',
  })

const questionSchema = z.discriminatedUnion('kind', [single, multiple, order, match, gap, mode, concordance])

export const questionsSchema = z.array(questionSchema)

type Published<Given> = Given extends unknown ? Omit<Given, 'confirm'> : never

export type Question = Published<z.infer<typeof questionSchema>>
export type QuestionKind = Question['kind']
