import { z } from 'zod'
import type { SentAttempt } from '#app/features/assessment/submit-attempt.server.ts'
import { parseForm } from '#app/http/form.server.ts'

/** Room for six long documents as a browser writes them into a form; what one of them may hold is checked by itself. */
const MAX_FORM_BYTES = 4_000_000

const form = z
  .object({
    attempt: z.string(),
    draftVersion: z.coerce.number().int().min(0).max(1_000_000_000).catch(0),
    intent: z.enum(['submit', 'save', 'lock']).catch('submit'),
    /** Of a vignette that unfolds: the stage that the page was on. */
    stage: z.coerce.number().int().min(0).max(100).catch(0),
  })
  .catchall(z.string())

type Sent = SentAttempt & { intent: 'submit' | 'save' | 'lock'; stage: number }

/** @throws a 400 Response for what no form of this page sends. */
export async function readAnswerForm(request: Request): Promise<Sent> {
  const parsed = await parseForm(request, form, { maxBytes: MAX_FORM_BYTES })
  if (!parsed.ok) throw new Response('This form is not one of this page.', { status: 400 })
  const { attempt, draftVersion, intent, stage, ...fields } = parsed.value
  return { attemptId: attempt, draftVersion, intent, stage, fields }
}
