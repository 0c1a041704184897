import { z } from 'zod'
import type { SavedDraft } from '#app/domain/draft.ts'
import { isSameJson } from '#app/domain/json.ts'
import { whyNotYet } from '#app/domain/portfolio/days.ts'
import type { Day, ReflectionBody } from '#app/domain/portfolio/entry.ts'
import { type EntryFaults, faultsOf } from '#app/domain/portfolio/faults.ts'
import { isBlank, plainDocument } from '#app/rich-text/document.ts'
import { checkDocument, parseDocument } from '#app/rich-text/parse-document.server.ts'
import { blankReflection, REFLECTION_PROMPTS, type ReflectionDraft } from './reflection-draft.ts'

const MAX_TITLE = 120

type Fields = Readonly<Record<string, string>>

/** What a form sent, as a draft, and by field what could not be read of it. */
export function readReflection(fields: Fields): { draft: ReflectionDraft; faults: EntryFaults } {
  const draft: ReflectionDraft = {
    ...blankReflection(fields.on ?? ''),
    title: (fields.title ?? '').trim(),
    isReport: fields.isReport === 'on',
    caseId: fields.caseId ?? '',
  }
  const faults: EntryFaults = {}
  for (const { id } of REFLECTION_PROMPTS) {
    const read = parseDocument(fields[id] ?? '')
    draft[id] = (read.fault === undefined ? read.document : read.readable) ?? plainDocument('')
    if (read.fault !== undefined) faults[id] = read.fault
  }
  return { draft, faults }
}

/** What is missing before a draft can be kept. */
export function missingIn(draft: ReflectionDraft, today: Day, caseIds: ReadonlySet<string>): EntryFaults {
  const isDay = z.iso.date().safeParse(draft.on).success
  return faultsOf([
    ['on', isDay ? whyNotYet(draft.on, today) : 'Choose a day.'],
    ['title', draft.title === '' && 'Give it a title.'],
    ['title', draft.title.length > MAX_TITLE && `Use at most ${MAX_TITLE} characters.`],
    ['caseId', draft.caseId !== '' && !caseIds.has(draft.caseId) && 'This is not one of your cases.'],
    ...REFLECTION_PROMPTS.map(({ id }) => [id, isBlank(draft[id]) && 'Write something here.'] as const),
  ])
}

export const bodyOf = ({ caseId, ...draft }: ReflectionDraft): ReflectionBody =>
  ({ ...draft, caseId: caseId || null }) as ReflectionBody

const savedShape = z.object({
  on: z.string().max(20),
  title: z.string().max(1_000),
  isReport: z.boolean(),
  caseId: z.string().max(50),
})

/** A saved draft as the page may show it: whatever an open page sent is no more than that until it is read here. */
export function reflectionIn(saved: SavedDraft | null): SavedDraft<ReflectionDraft> | null {
  const read = savedShape.safeParse(saved?.body)
  if (!saved || !read.success) return null
  const body: ReflectionDraft = { ...blankReflection(''), ...read.data }
  for (const { id } of REFLECTION_PROMPTS)
    body[id] = checkDocument((saved.body as Record<string, unknown>)[id]) ?? plainDocument('')
  return { ...saved, body }
}

/** A draft from elsewhere that says something else than what was sent. */
export function newerThan(
  saved: SavedDraft<ReflectionDraft> | null,
  sent: { draftVersion: number; draft: ReflectionDraft },
): SavedDraft<ReflectionDraft> | null {
  return saved && saved.version !== sent.draftVersion && !isSameJson(saved.body, sent.draft) ? saved : null
}
