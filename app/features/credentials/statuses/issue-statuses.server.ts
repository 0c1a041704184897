import { randomBytes } from 'node:crypto'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { findGranted, type GrantedStatus, holdHoldersOf, saveRelease } from '#app/db/status-issuing.server.ts'
import { type SpecialistNote, statusTitle } from '#app/domain/credential/kinds.ts'
import { CERTIFICATE_RANDOM_BYTES, certificateNumber } from '#app/domain/identifiers.ts'
import type { Actor } from '#app/domain/people.ts'
import { requireOfficer } from '../require-officer.server.ts'
import { signStatuses } from '../signing/sign-statuses.server.ts'
import { itemsOf, type StatusItem, unsettableLetters } from './preview-statuses.server.ts'
import { tellSecondOfficers } from './tell-second-officers.server.ts'

/** A status, or a note of it, and the fingerprint of what the officer saw that it would say. */
export type ConfirmedItem = { statusRecordId: string; note: SpecialistNote | null; seen: string }

export type RefusedItem = {
  statusRecordId: string
  title: string
  holderName: string
  isIssuedAlready: boolean
  because: string
}
export type StatusIssuing = { issuedNumbers: string[]; prepared: number; refused: RefusedItem[] }

/** What an officer means to do: issue, or prepare where it takes two; or release what somebody else prepared. */
export type Intent = 'issue' | 'release'

/** Of the one that a renewal takes the place of. */
const RENEWED = 'Renewed.'

type Chosen = { status: GrantedStatus; item: StatusItem }
type Step = { officer: Actor; now: Date }

/**
 * Issues these statuses and notes, each once and for ever: with its signed credential, its audit entry and the holder's notice in one
 * transaction. Where the pathway takes two people, the first prepares it, and the second, who is neither the first nor the holder,
 * releases what the first one saw. What cannot be issued, or would say something else now, is refused with its reason, and the others
 * are issued. Unknown ids are passed over.
 * @throws 403 for everybody but accreditation staff.
 */
export async function issueStatuses(
  officer: Actor,
  intent: Intent,
  confirmed: readonly ConfirmedItem[],
  now: Date,
): Promise<StatusIssuing> {
  requireOfficer(officer)
  const ids = [...new Set(confirmed.map(({ statusRecordId }) => statusRecordId))]
  // Fonts are looked into before anybody is held, and for the words that were seen: other words are refused below.
  const unsettable = new Map<string, string[]>()
  for (const status of await findGranted(ids, officer.id))
    unsettable.set(status.statusRecordId, await unsettableLetters(status))

  return transact(async (tx) => {
    await holdHoldersOf(tx, ids)
    // Read after the holders are held: what another officer did a moment ago is seen here.
    const statuses = await findGranted(ids, officer.id, tx)
    const free: Chosen[] = []
    const refused: RefusedItem[] = []
    for (const status of statuses)
      for (const item of itemsOf(status, { officer, unsettable: unsettable.get(status.statusRecordId) ?? [], now })) {
        const { statusRecordId, pathwayTitle, holderName } = status
        const seen = confirmed.find((each) => each.statusRecordId === statusRecordId && each.note === item.note)?.seen
        if (seen === undefined) continue
        const because = refusalOf(item, { intent, seen, chosen: free.filter((each) => each.status === status) }, status)
        const title = statusTitle(pathwayTitle, item.note)
        if (because === null) free.push({ status, item })
        else refused.push({ statusRecordId, title, holderName, isIssuedAlready: item.issuedNumber !== null, because })
      }
    const toPrepare = free.filter(({ item }) => item.decision.step === 'prepare')
    await prepare(tx, toPrepare, { officer, now })
    const toIssue = free.filter(({ item }) => item.decision.step !== 'prepare')
    return { issuedNumbers: await issue(tx, toIssue, { officer, now }), prepared: toPrepare.length, refused }
  })
}

type Asked = { intent: Intent; seen: string; chosen: readonly Chosen[] }

function refusalOf(item: StatusItem, { intent, seen, chosen }: Asked, { issued }: GrantedStatus): string | null {
  const { decision, prepared, note } = item
  if (decision.step === null) return decision.because
  if (intent === 'issue' && decision.step === 'release')
    return `${prepared?.byName} has prepared it. Look at it among those that wait for a second person.`
  if (intent === 'release' && decision.step !== 'release') return 'It is not prepared any more.'
  if (seen !== item.seen) return 'It would say something else now than when you looked at it.'
  const hasStatus = issued.some((each) => each.note === null) || chosen.some((each) => each.item.note === null)
  return note && !hasStatus ? 'The status itself comes first.' : null
}

async function prepare(tx: Db, chosen: readonly Chosen[], { officer, now }: Step): Promise<void> {
  for (const { status, item } of chosen) {
    const { statusRecordId } = status
    await saveRelease(tx, { statusRecordId, note: item.note, seen: item.seen, byId: officer.id, at: now })
    await recordAudit(tx, {
      ...{ actor: officer, action: 'credential.prepared', object: { kind: 'status', id: statusRecordId }, at: now },
      details: { note: item.note, seen: item.seen },
    })
  }
  for (const { status } of oneOfEach(chosen)) await tellSecondOfficers(tx, status, officer, now)
}

const oneOfEach = (chosen: readonly Chosen[]): Chosen[] => [
  ...new Map(chosen.map((each) => [each.status.statusRecordId, each])).values(),
]

async function issue(tx: Db, chosen: readonly Chosen[], { officer, now }: Step): Promise<string[]> {
  const numbered = chosen.map((each) => ({
    ...each,
    number: certificateNumber(randomBytes(CERTIFICATE_RANDOM_BYTES)),
  }))
  const ids = await signStatuses(
    tx,
    numbered.map(({ number, status: { statusRecordId, holderName }, item: { note } }) => {
      return { number, statusRecordId, holderName, note }
    }),
    now,
    { actorId: officer.id, reason: RENEWED },
  )
  for (const { number, status, item } of numbered) {
    const { statusRecordId, holderId, pathwayTitle } = status
    const preparedById = item.prepared?.byId
    await recordAudit(tx, {
      ...{ actor: officer, action: 'credential.issued', at: now },
      object: { kind: 'credential', id: ids.get(number) ?? number },
      details: { number, statusRecordId, note: item.note, ...(preparedById && { preparedById }) },
    })
    const params = { title: statusTitle(pathwayTitle, item.note), number }
    await notify(tx, { userId: holderId, kind: 'status-issued', params, now })
  }
  return numbered.map(({ number }) => number)
}
