import type { Prompt, VignetteOf } from '#app/content/vignette-schema.ts'
import { plainDocument, type RichDocument } from '#app/rich-text/document.ts'

/** Whether the clinician would go on with the six steps, or go back to validation first. */
export type GateChoice = NonNullable<VignetteOf<'six-steps'>['gate']>['answer']

/**
 * What is written to each prompt, by the prompt's id, and the choice at a gate by `gate`: the body of an answer's draft, and of
 * the frozen answer. No prompt of a vignette with a gate is called `gate`.
 */
export type Answers = Record<string, RichDocument | GateChoice>

export type { Prompt } from '#app/content/vignette-schema.ts'

/** The names of the form's fields; also their ids in the page. */
export const answerField = {
  answer: (promptId: string) => `answer-${promptId}`,
  gate: 'gate',
  ownWork: 'own-work',
  noPatient: 'no-patient',
  notMyName: 'not-my-name',
} as const

const GATE_CHOICES: readonly unknown[] = ['go-on', 'step-back'] satisfies GateChoice[]

export const isGateChoice = (value: unknown): value is GateChoice => GATE_CHOICES.includes(value)

/** The choice at the gate; undefined while there is none. */
export function gateOf({ gate }: Readonly<Record<string, unknown>>): GateChoice | undefined {
  return isGateChoice(gate) ? gate : undefined
}

/** What is written to one prompt; undefined while there is nothing. */
export function documentOf(answers: Readonly<Record<string, unknown>>, promptId: string): RichDocument | undefined {
  const written = Object.hasOwn(answers, promptId) ? answers[promptId] : undefined
  return typeof written === 'object' && written !== null ? (written as RichDocument) : undefined
}

export const blankAnswers = (prompts: readonly Pick<Prompt, 'id'>[]): Answers =>
  Object.fromEntries(prompts.map(({ id }) => [id, plainDocument('')]))
