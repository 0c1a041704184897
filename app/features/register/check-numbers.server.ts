import { findAllIssued, type IssuedCredential } from '#app/db/printed-credentials.server.ts'
import { sheetOf } from '#app/domain/credential/printed.ts'
import { standingWords } from '#app/domain/credential/standing-words.ts'
import { type CredentialState, credentialState } from '#app/domain/credential/state.ts'
import { parseCertificateNumber } from '#app/domain/identifiers.ts'
import type { TypedNumber } from './read-numbers.ts'

/** What is known of one number, for anybody who has it. */
export type CheckedNumber = TypedNumber & {
  state: CredentialState['state'] | 'unknown' | 'mistaken'
  /** The state in words, or what is wrong with what was typed. */
  words: string
  /** The line that has the same number already. */
  sameAs?: number | undefined
  number?: string
  kind?: string
  title?: string
  holderName?: string
  validUntil?: Date | null
  /** The number of the one that took its place. */
  supersededBy?: string | null
}

export type CheckedList = {
  checked: CheckedNumber[]
  /** How many different numbers there are that nobody was given: these are guesses, as far as we can tell. */
  unknown: number
}

/**
 * What each number of a list stands for today: exactly what its own page says to anybody. A number that comes again is answered
 * again, and told. One statement, however long the list.
 */
export async function checkNumbers(numbers: readonly TypedNumber[], now: Date): Promise<CheckedList> {
  const read = numbers.map((each) => ({ ...each, reading: parseCertificateNumber(each.typed) }))
  const wellFormed = new Set(read.flatMap(({ reading }) => ('number' in reading ? [reading.number] : [])))
  const issued = new Map((await findAllIssued([...wellFormed])).map((found) => [found.printed.number, found]))
  const seen = new Map<string, number>()
  const checked = read.map(({ line, typed, reading }): CheckedNumber => {
    const shown = { line, typed: typed.slice(0, 100) }
    if ('fault' in reading) return { ...shown, state: 'mistaken', words: reading.fault }
    const { number } = reading
    const sameAs = seen.get(number)
    seen.set(number, sameAs ?? line)
    return { ...shown, sameAs, number, ...answerOf(issued.get(number), now) }
  })
  return { checked, unknown: [...wellFormed].filter((number) => !issued.has(number)).length }
}

function answerOf(found: IssuedCredential | undefined, now: Date): Omit<CheckedNumber, keyof TypedNumber> {
  if (!found) return { state: 'unknown', words: 'No certificate has this number' }
  const { printed, credential, supersededBy } = found
  const standing = credentialState(credential ?? { validUntil: null, events: [] }, now)
  const { heading, holderName, title } = sheetOf(printed)
  return {
    ...{ state: standing.state, words: standingWords(standing), kind: heading, title, holderName },
    ...{ validUntil: credential?.validUntil ?? null, supersededBy },
  }
}
