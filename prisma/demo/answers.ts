import { z } from 'zod'
import { APPEAL_GROUNDS, type AppealGround } from '#app/domain/appeals.ts'
import { readYaml } from './read-yaml.ts'

/** What the demonstration's people wrote, and everything that was given or said about it. */

const ratings = z.record(z.string(), z.strictObject({ level: z.int().nullable(), comment: z.string() }))

const markSchema = z.strictObject({
  global: z.int(),
  passed: z.boolean(),
  comment: z.string(),
  ratings,
  criticalErrors: z.array(z.strictObject({ id: z.string(), comment: z.string() })).default([]),
})

const answerSchema = z.strictObject({
  key: z.string(),
  vignette: z.string(),
  /** The choice before the steps, where the vignette asks for one. */
  gate: z.enum(['go-on', 'step-back']).optional(),
  prompts: z.record(z.string(), z.string()),
  mark: markSchema.optional(),
  /** As far as a marker has come. */
  begun: ratings.optional(),
})

const talkSchema = z.strictObject({
  by: z.enum(['first', 'second']),
  isAccepted: z.boolean(),
  note: z.string(),
  mark: z.strictObject({ comment: z.string(), ratings }),
})

const grounds = Object.keys(APPEAL_GROUNDS) as [AppealGround, ...AppealGround[]]
const appealSchema = z.strictObject({
  answer: z.string(),
  ground: z.enum(grounds),
  statement: z.string(),
  decision: z.enum(['upheld', 'not_upheld']).optional(),
  reasons: z.string().optional(),
})

const marksSchema = z.strictObject({
  marks: z.record(z.string(), z.strictObject({ second: markSchema, adjudicated: markSchema.optional() })),
  talks: z.record(z.string(), talkSchema),
  selfRatings: z.record(
    z.string(),
    z.strictObject({ global: z.int(), ratings: z.record(z.string(), z.int().nullable()) }),
  ),
  anchors: z.record(
    z.string(),
    z.array(z.strictObject({ prompt: z.string(), words: z.string(), comment: z.string() })),
  ),
  appeals: z.array(appealSchema),
  moderation: z.array(
    z.strictObject({ answer: z.string(), verdict: z.enum(['agree', 'disagree']), comment: z.string() }),
  ),
})

export type DemoMark = z.output<typeof markSchema>
type MarksFile = z.output<typeof marksSchema>
export type DemoAppeal = MarksFile['appeals'][number]
export type DemoVerdict = MarksFile['moderation'][number]

export type DemoAnswer = Omit<z.output<typeof answerSchema>, 'mark'> & {
  /** What the first, the second and the third marker give it, as far as there is one. */
  marks: DemoMark[]
  talk?: MarksFile['talks'][string] | undefined
  selfRating?: MarksFile['selfRatings'][string] | undefined
  /** The first marker's remarks on passages. */
  anchors: MarksFile['anchors'][string]
  appeal?: DemoAppeal | undefined
}

export const answersSchema = z.array(answerSchema)

/** An answer to which nobody has said anything yet. */
export const unmarked = (answer: z.output<typeof answerSchema>): DemoAnswer => ({ ...answer, marks: [], anchors: [] })

export function readAnswers(directory: string): { answers: Map<string, DemoAnswer>; moderation: DemoVerdict[] } {
  const { answers } = readYaml(directory, 'answers.yaml', z.strictObject({ answers: answersSchema }))
  const { marks, talks, selfRatings, anchors, appeals, moderation } = readYaml(
    directory,
    'second-marks.yaml',
    marksSchema,
  )
  const joined = answers.map(({ mark, ...answer }): [string, DemoAnswer] => {
    const { key } = answer
    const given = [mark, marks[key]?.second, marks[key]?.adjudicated].filter((one) => one !== undefined)
    const appeal = appeals.find((one) => one.answer === key)
    const around = { talk: talks[key], selfRating: selfRatings[key], anchors: anchors[key] ?? [], appeal }
    return [key, { ...answer, marks: given, ...around }]
  })
  return { answers: new Map(joined), moderation }
}
