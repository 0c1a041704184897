import type { SavedDraft } from '#app/domain/draft.ts'
import type { KeyedAnswers } from '#app/domain/keyed/answers.ts'
import type { Answers } from './answers.ts'

type Refused<Form extends string, Body> = {
  form: Form
  /** By the name of the field that each stands beside; `''` is of the whole. */
  errors: Record<string, string>
  typed: Body
  /** Saved from another page meanwhile: to be compared, not overwritten. */
  newer?: SavedDraft<Body>
}

export type RefusedWritten = Refused<'written', Answers> & {
  /** The fields of the declarations that were ticked. */
  declared: string[]
  /** The writer's own name seems to stand in it, so they are asked whether it does. */
  isNamed: boolean
}
/** `typed` is null when the form could not be read at all: what was saved before goes on. */
export type RefusedKeyed = Omit<Refused<'keyed', KeyedAnswers>, 'typed'> & { typed: KeyedAnswers | null }

/** Why an answer could not be handed in or saved, with all that was in its form. */
export type RefusedAttempt = RefusedWritten | RefusedKeyed
