import { z } from 'zod'
import { db, transact } from '#app/db/client.server.ts'
import { type DraftSaved, findDraft, keyOfForm, saveDraft } from '#app/db/drafts.server.ts'
import type { FormKind, SavedDraft } from '#app/domain/draft.ts'
import type { Actor } from '#app/domain/people.ts'
import type { SentDraft } from './read-draft.server.ts'

type Which = { form: FormKind; subject: string }

const values = z.array(z.string())
const changes = z.record(z.string(), z.object({ from: values, to: values }))

/** Saves what the actor has written into a form and not sent. @returns null for what no form of ours holds. */
export async function keepForm(
  actor: Pick<Actor, 'id'>,
  { form, subject }: Which,
  { body, ...draft }: SentDraft,
  now: Date,
): Promise<DraftSaved | null> {
  const read = changes.safeParse(body)
  if (!read.success) return null
  return transact((tx) => saveDraft(tx, { ...keyOfForm(actor.id, form, subject), ...draft, body: read.data, now }))
}

/** What the actor has written into a form and not sent. */
export const viewKeptForm = (actor: Pick<Actor, 'id'>, { form, subject }: Which): Promise<SavedDraft | null> =>
  findDraft(db(), keyOfForm(actor.id, form, subject))
