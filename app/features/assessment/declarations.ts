import { DECLARATIONS, type DeclarationName } from '#app/domain/attempts.ts'
import { answerField } from './answers.ts'

/** What whoever is asked about their name ticks to go on. */
export const NOT_MY_NAME = 'It is not my name here'

type Fields = Readonly<Record<string, string>>

const fieldOf: Record<DeclarationName, string> = {
  ownWork: answerField.ownWork,
  noPatient: answerField.noPatient,
}

/** Which boxes were ticked, by their fields, so that they can be shown ticked again. */
export const declaredIn = (fields: Fields): string[] =>
  [...Object.values(fieldOf), answerField.notMyName].filter((field) => fields[field])

/** A sentence for each declaration that is owed. */
export function missingDeclarations(fields: Fields): Record<string, string> {
  const names = Object.keys(DECLARATIONS) as DeclarationName[]
  const missing = names.filter((name) => !fields[fieldOf[name]])
  return Object.fromEntries(
    missing.map((name) => [fieldOf[name], `Tick this before you submit: “${DECLARATIONS[name]}”`]),
  )
}
