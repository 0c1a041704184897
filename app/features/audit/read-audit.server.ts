import { z } from 'zod'
import { can } from '#app/auth/policy.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { type AuditPage, type ReadEntry, readAuditPage } from '#app/db/audit-reading.server.ts'
import { transact } from '#app/db/client.server.ts'
import { endOfDay } from '#app/domain/calendar-day.ts'
import type { Actor } from '#app/domain/people.ts'
import { instantAt } from '#app/domain/wall-clock.ts'

const PAGE_SIZE = 50

const text = z.string().trim().max(200, 'Use at most 200 characters.').default('')
const day = z.union([z.literal(''), z.iso.date('Choose a day.')]).default('')

/** What somebody can look for, as it stands in an address. */
const searchForm = z
  .object({
    person: text
      .pipe(z.union([z.literal(''), z.email('Enter an e-mail address.')]))
      .transform((one) => one.toLowerCase()),
    action: text,
    objectKind: text,
    objectId: text,
    from: day,
    until: day,
    // Nobody types it: what is no id is the first page.
    before: z.uuid().or(z.literal('')).catch(''),
  })
  .refine(({ from, until }) => !from || !until || from <= until, {
    path: ['until'],
    message: 'The last day is before the first.',
  })

export type SearchField = keyof z.infer<typeof searchForm>
export type AuditView = {
  typed: Record<SearchField, string>
  errors: Partial<Record<SearchField, string[]>>
  state: AuditPage['state'] | null
  entries: ReadEntry[]
  /** Where the next page begins; null on the last. */
  next: string | null
}

/**
 * Audit entries for staff, the newest first, with how far they are sealed. Whoever reads what one person did, or what happened to one
 * thing, adds an entry of their own.
 * @throws 403 for somebody who marks as well.
 */
export async function readAudit(actor: Actor, params: URLSearchParams, now: Date): Promise<AuditView> {
  refuseMarkers(actor)
  const given = Object.fromEntries(params)
  const typed = typedIn(params)
  const form = searchForm.safeParse(given)
  if (!form.success) {
    const errors: AuditView['errors'] = z.flattenError(form.error).fieldErrors
    return { typed, errors, state: null, entries: [], next: null }
  }
  const { from, until, before, ...wanted } = form.data
  const page = await readAuditPage(
    {
      ...wanted,
      from: from ? instantAt(`${from}T00:00`, actor.timeZone) : null,
      until: until ? endOfDay(until, actor.timeZone) : null,
      before: before || null,
    },
    PAGE_SIZE + 1,
  )
  const isUnknown = wanted.person !== '' && page.personId === null
  const errors = isUnknown ? { person: ['Nobody has this address.'] } : {}
  const entries = page.entries.slice(0, PAGE_SIZE)
  await recordReading(actor, { page, wanted, now })
  const next = page.entries.length > PAGE_SIZE ? (entries.at(-1)?.id ?? null) : null
  return { typed, errors, state: page.state, entries, next }
}

/** Entries name trainees beside the scripts that markers know by a code alone. */
function refuseMarkers(actor: Actor): void {
  if (can(actor, 'marking.mark'))
    throw new Response('Whoever marks does not read the audit trail: it tells whose script is whose.', { status: 403 })
}

type Reading = { page: AuditPage; wanted: { objectKind: string; objectId: string }; now: Date }

async function recordReading(actor: Actor, { page, wanted, now }: Reading): Promise<void> {
  const about = wanted.objectId
    ? { kind: wanted.objectKind || 'any', id: wanted.objectId }
    : page.personId && { kind: 'user', id: page.personId }
  if (!about || page.entries.length === 0) return
  const details = { entries: Math.min(page.entries.length, PAGE_SIZE), personId: page.personId }
  await transact((tx) => recordAudit(tx, { actor, action: 'audit.read', object: about, details, at: now }))
}

const typedIn = (params: URLSearchParams): AuditView['typed'] => {
  const of = (name: SearchField) => (params.get(name) ?? '').slice(0, 300)
  return {
    person: of('person'),
    action: of('action'),
    objectKind: of('objectKind'),
    objectId: of('objectId'),
    from: of('from'),
    until: of('until'),
    before: of('before'),
  }
}
