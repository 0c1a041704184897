import { z } from 'zod'
import { answerFields } from '#app/features/learning/answer-fields.server.ts'

/** The two forms of a lesson's page. */
export const lessonForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('read') }),
  z.object({ intent: z.literal('answer'), question: z.string().max(100), ...answerFields }),
])
