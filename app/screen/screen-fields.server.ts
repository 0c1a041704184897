import { foldName } from '#app/domain/name-words.ts'
import {
  CONFIRMATION_REASONS,
  type Confirmation,
  type ConfirmationReason,
  unconfirmed,
} from '#app/domain/screen/confirmations.ts'
import type { Hit } from '#app/domain/screen/hit.ts'
import type { FormFault } from '#app/http/form.server.ts'
import type { RichDocument } from '#app/rich-text/document.ts'
import { plainTextOf } from '#app/rich-text/plain-text.ts'
import { digestOf } from './identifier-digest.server.ts'
import { excerptOf, type IdentifierQuestion, noteField, reasonField, type ScreenFault } from './identifier-questions.ts'
import { findIdentifiers } from './identifier-screen.server.ts'

/** What a person wrote in a field, under the label that the field has on the page. */
export type ScreenedFields = Record<string, { label: string; text: string | RichDocument }>

type Asked = {
  /** All that was posted, as `parseForm` gives it: the answers to an earlier review are in it. */
  typed: FormFault['values']
  /** `YYYY-MM-DD`, where the writer is. */
  today: string
  /** What was confirmed for an earlier version of this entry. */
  confirmed?: readonly Confirmation[]
  /** Names of those whom the text is about by their part in it, such as the supervisee of a statement: they may be named. */
  people?: readonly string[]
}

type Screened = { clean: true; confirmed: Confirmation[] } | { clean: false; fault: ScreenFault }

const LONGEST_NOTE = 200

/**
 * Screens what is about to be saved. Each likely identifier has to be taken out, or confirmed with a reason.
 * @returns the confirmations that the text as it stands rests on, to be saved and audited with it; or what goes back to the page
 *   with status 400: `<IdentifierReview fault={fault} />` asks about each hit, inside the form.
 */
export function screenFields(fields: ScreenedFields, { typed, today, confirmed = [], people = [] }: Asked): Screened {
  const isTheirs = namesOf(people)
  const found = Object.entries(fields).flatMap(([field, { label, text }]) => {
    const plain = typeof text === 'string' ? text : plainTextOf(text)
    const hits = findIdentifiers(plain, today).filter((hit) => hit.kind !== 'name' || !isTheirs(hit.text))
    return hits.map((hit) => ({
      ...hit,
      digest: digestOf(hit),
      excerpt: { field, label, ...excerptOf(plain, hit) },
    }))
  })
  const known = found.filter((hit) => !unconfirmed([hit], confirmed).length)
  const answers = questionsOf(unconfirmed(found, confirmed), typed, today)
  if (answers.some(({ answer }) => !answer)) {
    const questions = answers.map(({ question }) => question)
    return { clean: false, fault: { errors: {}, values: typed, questions } }
  }
  const digests = new Set(known.map(({ digest }) => digest))
  const kept = confirmed.filter(({ digest }) => digests.has(digest))
  return { clean: true, confirmed: [...kept, ...answers.flatMap(({ answer }) => answer ?? [])] }
}

const wordsOf = (name: string): string[] => foldName(name).match(/\p{L}{2,}/gu) ?? []

/** Whether every word of a name is one of these people's; a title goes with anybody's. */
function namesOf(people: readonly string[]): (name: string) => boolean {
  const theirs = new Set([...TITLES, ...people.flatMap(wordsOf)])
  return (name) => people.length > 0 && wordsOf(name).every((word) => theirs.has(word))
}

const TITLES = ['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'professor']

type ExcerptedHit = Hit & { digest: string; excerpt: IdentifierQuestion['excerpts'][number] }
type Answered = { question: IdentifierQuestion; answer?: Confirmation | undefined }

/** One question for one thing, however often it stands there. */
function questionsOf(hits: readonly ExcerptedHit[], typed: FormFault['values'], today: string): Answered[] {
  return [...Map.groupBy(hits, ({ digest }) => digest).values()].flatMap((same) => {
    const [hit] = same
    if (!hit) return []
    const { digest, kind, because, text } = hit
    const reason = reasonOf(typed[reasonField(digest)])
    const note = String(typed[noteField(digest)] ?? '').trim()
    const errors = errorsOf(reason, note, today)
    const question = {
      digest,
      kind,
      because,
      text,
      reason,
      note,
      ...errors,
      excerpts: same.map(({ excerpt }) => excerpt),
    }
    if (!reason || errors.noteError) return [{ question }]
    return [{ question, answer: { kind, digest, reason, ...(reason === 'other' && { note }) } }]
  })
}

const reasonOf = (typed: unknown): ConfirmationReason | undefined =>
  typeof typed === 'string' && Object.hasOwn(CONFIRMATION_REASONS, typed) ? (typed as ConfirmationReason) : undefined

/** The reason is kept and read by others, so it may not say what it is the reason for. */
function errorsOf(reason: ConfirmationReason | undefined, note: string, today: string): { noteError?: string } {
  if (reason !== 'other') return {}
  if (note.length < 5) return { noteError: 'Say in a few words why it may stay.' }
  if (note.length > LONGEST_NOTE) return { noteError: `Use at most ${LONGEST_NOTE} characters.` }
  if (findIdentifiers(note, today).length > 0)
    return { noteError: 'This reason seems to hold an identifier itself. Give the reason without it.' }
  return {}
}
