import { z } from 'zod'
import { db } from '#app/db/client.server.ts'
import { listPeople } from '#app/db/cohort-members.server.ts'
import { type DraftKey, findDraft } from '#app/db/drafts.server.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import { isSameJson } from '#app/domain/json.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import type { Confirmation } from '#app/domain/screen/confirmations.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { isBlank, plainDocument } from '#app/rich-text/document.ts'
import { checkDocument, parseDocument } from '#app/rich-text/parse-document.server.ts'
import { screenFields } from '#app/screen/screen-fields.server.ts'
import type { RefusedWriting, SentWriting, WritingPage, Written } from './written.ts'
import { nothingWritten } from './written.ts'

const MAX_TITLE = 120
const MEANWHILE = 'Another version of this was saved meanwhile. Read both first.'

type Place = { draft: DraftKey; cohortId: string; hasTitle: boolean }

/**
 * Reads and checks what somebody sent to be read by their cohort: whether it says something, and whether anything in it may identify a
 * patient. The people of the cohort may be named: they talk to one another.
 */
export async function checkWriting(
  actor: Pick<Actor, 'timeZone'>,
  { draft, cohortId, hasTitle }: Place,
  sent: SentWriting,
  now: Date,
): Promise<{ written: Written; confirmed: Confirmation[] } | { refused: RefusedWriting }> {
  const read = parseDocument(sent.text)
  const text = (read.fault === undefined ? read.document : read.readable) ?? plainDocument('')
  const written: Written = { title: hasTitle ? sent.title.trim() : '', text }
  const refuse = (errors: FormFault['errors']) => ({
    refused: { fault: { errors, values: sent.typed }, typed: written },
  })

  const saved = savedWriting(await findDraft(db(), draft))
  if (saved && saved.version !== sent.draftVersion && !isSameJson(saved.body, written))
    return { refused: { ...refuse({ '': [MEANWHILE] }).refused, newer: saved } }
  const errors = faultsOf(written, { hasTitle, textFault: read.fault })
  if (Object.keys(errors).length > 0) return refuse(errors)

  const people = (await listPeople(db(), cohortId)).map(({ name }) => name)
  const fields = { ...(hasTitle && { title: { label: 'Title', text: written.title } }), text: { label: 'Text', text } }
  const screened = screenFields(fields, { typed: sent.typed, today: todayIn(actor.timeZone, now), people })
  if (!screened.clean) return { refused: { fault: screened.fault, typed: written } }
  return { written, confirmed: screened.confirmed }
}

type Fit = { hasTitle: boolean; textFault: string | undefined }

function faultsOf({ title, text }: Written, { hasTitle, textFault }: Fit): FormFault['errors'] {
  const errors: FormFault['errors'] = {}
  if (hasTitle && title === '') errors.title = ['Give it a title, so that others see what it is about.']
  if (title.length > MAX_TITLE) errors.title = [`Use at most ${MAX_TITLE} characters.`]
  if (textFault) errors.text = [textFault]
  else if (isBlank(text)) errors.text = ['Write something here.']
  return errors
}

/** A page to write on, with the draft that this person has under way there. */
export async function writingPage(draft: DraftKey, initial: Written = nothingWritten()): Promise<WritingPage> {
  return { subject: draft.subjectId, draft: savedWriting(await findDraft(db(), draft)), initial }
}

const savedShape = z.object({ title: z.string().max(1_000), text: z.unknown() })

/** A saved draft as the page may show it: whatever an open page sent is no more than that until it is read here. */
export function savedWriting(saved: SavedDraft | null): SavedDraft<Written> | null {
  const read = savedShape.safeParse(saved?.body)
  if (!saved || !read.success) return null
  const { title, text } = read.data
  return { ...saved, body: { title, text: checkDocument(text) ?? plainDocument('') } }
}
