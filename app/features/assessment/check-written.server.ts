import type { WrittenVignette } from '#app/content/vignette-schema.ts'
import { whyClosed } from '#app/domain/attempts.ts'
import { isSameJson } from '#app/domain/json.ts'
import { type Answers, answerField } from './answers.ts'
import type { Asked } from './asked.ts'
import { declaredIn } from './declarations.ts'
import { nameErrors } from './name-screen.ts'
import { answersDraft, readSentAnswers } from './read-answers.server.ts'
import type { RefusedWritten } from './refused-attempt.ts'
import type { Submitting } from './submit-attempt.server.ts'

/**
 * The answers that a form sent, or the first thing that stands in their way: too late, another text elsewhere, or what has to be
 * put right in this one.
 * @param owed faults beside those of the answers themselves, by their fields.
 */
export function checkWritten(
  { actor, attempt, vignette, sent, saved, now }: Submitting<WrittenVignette>,
  asked: Asked,
  owed: Record<string, string> = {},
): { answers: Answers } | { refused: RefusedWritten } {
  const { answers, errors: unread } = readSentAnswers(asked, sent.fields)
  const draft = answersDraft(asked, saved)
  const named = nameErrors(asked, answers, { name: actor.name, vignette })
  const refuse = (why: Pick<RefusedWritten, 'errors' | 'newer'>) => ({
    refused: {
      form: 'written' as const,
      ...why,
      typed: { ...draft?.body, ...answers },
      declared: declaredIn(sent.fields),
      isNamed: Object.keys(named).length > 0,
    },
  })
  const closed = whyClosed(attempt, now)
  if (closed) return refuse({ errors: { '': closed } })
  if (draft && draft.version !== sent.draftVersion && !isSameJson(draft.body, answers))
    return refuse({ errors: { '': MEANWHILE }, newer: draft })
  const errors = { ...(!sent.fields[answerField.notMyName] && named), ...unread, ...owed }
  return Object.keys(errors).length > 0 ? refuse({ errors }) : { answers }
}

const MEANWHILE = 'Another version of this answer was saved meanwhile. Read both first.'
