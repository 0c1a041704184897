import { z } from 'zod'
import { answerFields } from '#app/features/learning/answer-fields.server.ts'

/** The two forms of a lesson's page. A device that keeps lessons adds a key to an answer, which is the same however often it is sent. */
export const lessonForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('read') }),
  z.object({ intent: z.literal('answer'), key: z.uuid().optional(), question: z.string().max(100), ...answerFields }),
])
