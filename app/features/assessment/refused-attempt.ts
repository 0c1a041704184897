import type { SavedDraft } from '#app/domain/draft.ts'
import type { Answers } from './answers.ts'
import type { KeyedAnswers } from './read-keyed-answers.server.ts'

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
export type RefusedKeyed = Refused<'keyed', KeyedAnswers>

/** Why an answer could not be handed in or saved, with all that was in its form. */
export type RefusedAttempt = RefusedWritten | RefusedKeyed
