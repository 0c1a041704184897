import type { Db } from '#app/db/client.server.ts'
import { holdStudyNote, writeStudyNote } from '#app/db/study-notes.server.ts'
import type { Json } from '#app/domain/json.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { isBlank, type RichDocument } from '#app/rich-text/document.ts'
import { parseDocument } from '#app/rich-text/parse-document.server.ts'
import { screenFields } from '#app/screen/screen-fields.server.ts'

/**
 * Reads what was written on marked words without a network, to be put below whatever stands on them by then: another device may have written there too.
 * @returns the writing, or why it cannot be taken: nobody can be asked about a likely identifier when it arrives.
 */
export function noteToAdd(
  actor: Pick<Actor, 'id' | 'timeZone'>,
  text: string,
  now: Date,
): { fault: string } | { add: (tx: Db, id: string) => Promise<void> } {
  const read = parseDocument(text)
  if (read.fault !== undefined) return { fault: read.fault }
  const note = read.document
  const screened = screenFields(
    { note: { label: 'Your note', text: note } },
    { typed: {}, today: todayIn(actor.timeZone, now) },
  )
  if (!screened.clean) return { fault: identifierFault(screened.fault.questions?.[0]?.text) }
  return {
    async add(tx, id) {
      const own = await holdStudyNote(tx, actor.id, id)
      if (!own || isBlank(note)) return
      const whole = below(own.note as RichDocument | null, note)
      await writeStudyNote(tx, id, { note: whole as unknown as Json, confirmed: own.confirmed, now })
    },
  }
}

const identifierFault = (words = '') =>
  `“${words}” may tell who a patient is. Change it here; or write the note with a network, where you can say why it may stay.`

const below = (above: RichDocument | null, note: RichDocument): RichDocument =>
  above && !isBlank(above) ? { ...above, content: [...(above.content ?? []), ...(note.content ?? [])] } : note
