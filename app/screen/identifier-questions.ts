import type { ConfirmationReason } from '#app/domain/screen/confirmations.ts'
import type { HitKind } from '#app/domain/screen/hit.ts'
import type { FormFault } from '#app/http/form.server.ts'

/** A likely identifier that the writer is asked about, with every place in which it stands. */
export type IdentifierQuestion = {
  digest: string
  kind: HitKind
  text: string
  because: string
  excerpts: { field: string; label: string; before: string; hit: string; after: string }[]
  reason?: ConfirmationReason | undefined
  note: string
  noteError?: string
}

/** A form that comes back since what it says may identify somebody. */
export type ScreenFault = FormFault & { questions?: IdentifierQuestion[] }

const PREFIX = 'identifier.'
export const reasonField = (digest: string) => `${PREFIX}${digest}.reason`
export const noteField = (digest: string) => `${PREFIX}${digest}.note`

/** The answers to an earlier review, which a form sends along while something else in it is put right. */
export const answersIn = (values: FormFault['values']): [name: string, value: string][] =>
  Object.entries(values).flatMap(([name, value]) =>
    name.startsWith(PREFIX) && typeof value === 'string' && value !== '' ? [[name, value]] : [],
  )

const REACH = 60

/** What stands around a place, cut between words, on its own line. */
export function excerptOf(text: string, { from, to }: { from: number; to: number }) {
  const before =
    text
      .slice(Math.max(0, from - REACH), from)
      .split('\n')
      .at(-1) ?? ''
  const after = text.slice(to, to + REACH).split('\n')[0] ?? ''
  return {
    before: before.length === REACH ? before.replace(/^\S*\s+/, '… ') : before,
    hit: text.slice(from, to),
    after: after.length === REACH ? after.replace(/\s+\S*$/, ' …') : after,
  }
}
