import { randomUUID } from 'node:crypto'
import { data } from 'react-router'
import type { MarkFields } from '#app/domain/mark-form.ts'
import type { Actor } from '#app/domain/people.ts'
import { keepDraft } from '#app/features/drafts/save-draft.server.ts'
import { readMarkFields } from '#app/features/marking/read-mark-fields.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'

type Sent = { fields: MarkFields; draftVersion: number }

/** Keeps half a mark from a page without scripts, where nothing saves by itself. */
export async function saveForLater(actor: Actor, code: string, { fields, draftVersion }: Sent, now: Date) {
  const draft = { kind: 'mark' as const, subject: code, baseVersion: draftVersion, body: { ...fields } }
  // Every page without scripts is a writer of its own.
  const kept = await keepDraft(actor, { ...draft, writer: randomUUID(), revision: 0 }, now)
  if ('closed' in kept) return redirectWithFlash('/marking', kept.closed, 'info')
  if ('saved' in kept)
    return redirectWithFlash(`/marking/${code}`, 'Your mark so far is saved. You can go on with it at any time.')
  const newer = { ...kept.newer, body: readMarkFields(kept.newer.body) }
  const faults = { '': 'Another version of this mark was saved meanwhile.' }
  return data({ faults, typed: fields, draftVersion: newer.version, newer }, { status: 409 })
}
