import { findGranted, type GrantedStatus } from '#app/db/status-issuing.server.ts'
import { decideStatus, type Prepared, type StatusDecision } from '#app/domain/credential/issue-status.ts'
import { SPECIALIST_NOTES, type SpecialistNote } from '#app/domain/credential/kinds.ts'
import { endOf, type StatusText, statusSheet } from '#app/domain/credential/printed.ts'
import { type SupportedNote, supportedNotes } from '#app/domain/credential/specialist-notes.ts'
import { credentialState } from '#app/domain/credential/state.ts'
import type { Actor } from '#app/domain/people.ts'
import { tagOf } from '#app/http/public-file.ts'
import { lettersWithoutFont } from '#app/pdf/text-runs.server.ts'
import { requireOfficer } from '../require-officer.server.ts'

/** As many as one page shows. */
export const MAX_SELECTED = 20

/** What a status, or a note of it, would say, and what this officer can do with it. */
export type StatusItem = {
  note: SpecialistNote | null
  text: StatusText
  /** Changes with every word of it: what is confirmed is what was seen. */
  seen: string
  /** Of a note: what the evidence shows, in sentences. */
  because: string[]
  issuedNumber: string | null
  prepared: Prepared | null
  returned: { byName: string; because: string } | null
  decision: StatusDecision
}

export type StatusPreview = Pick<
  GrantedStatus,
  'statusRecordId' | 'applicationId' | 'holderName' | 'pathwayTitle' | 'people' | 'isRenewal'
> & { items: StatusItem[] }

/**
 * What the credentials of these statuses would say: the status first, then each note. Unknown ids are left out.
 * @throws 403 for everybody but accreditation staff.
 */
export async function previewStatuses(officer: Actor, ids: readonly string[], now: Date): Promise<StatusPreview[]> {
  requireOfficer(officer)
  const previews: StatusPreview[] = []
  for (const status of await findGranted(ids, officer.id)) {
    const { statusRecordId, applicationId, holderName, pathwayTitle, people, isRenewal } = status
    const items = itemsOf(status, { officer, unsettable: await unsettableLetters(status), now })
    previews.push({ statusRecordId, applicationId, holderName, pathwayTitle, people, isRenewal, items })
  }
  return previews
}

/** Letters that could not be set on paper. */
export const unsettableLetters = ({ holderName, pathwayTitle }: GrantedStatus): Promise<string[]> =>
  lettersWithoutFont(`${holderName} ${pathwayTitle}`)

type Seeing = { officer: Actor; unsettable: readonly string[]; now: Date }

/** The status itself and every note, whether it can be issued or not. */
export function itemsOf(status: GrantedStatus, seeing: Seeing): StatusItem[] {
  const notes = supportedNotes(status)
  return [null, ...SPECIALIST_NOTES].map((note) =>
    itemOf(
      status,
      note,
      notes.find((each) => each.note === note),
      seeing,
    ),
  )
}

function itemOf(
  status: GrantedStatus,
  note: SpecialistNote | null,
  support: SupportedNote | undefined,
  { officer, unsettable, now }: Seeing,
): StatusItem {
  const text = textOf(status, note)
  const seen = wordingDigest(text)
  const issuedNumber = status.issued.find((each) => each.note === note)?.number ?? null
  const { returned = null, ...release } = status.prepared.find((each) => each.note === note) ?? {}
  const prepared = 'seen' in release && !returned ? release : null
  const renewed = status.renewed.find((each) => each.note === note)
  const decision = decideStatus(
    {
      ...{ holderId: status.holderId, isBarred: status.isBarred, people: status.people, unsettable },
      ...{ issuedNumber, seen, prepared, support: support ?? null },
      isTermOver: endOf(status.lastDay) < now,
      renewedState: renewed ? credentialState(renewed, now).state : null,
    },
    officer.id,
  )
  return { note, text, seen, because: support?.because ?? [], issuedNumber, prepared, returned, decision }
}

/** Only what it will say. */
export const textOf = (status: GrantedStatus, note: SpecialistNote | null): StatusText => ({
  holderName: status.holderName,
  note,
  pathwayTitle: status.pathwayTitle,
  pathwayVersion: status.pathwayVersion,
  awardedOn: status.awardedOn,
  lastDay: status.lastDay,
})

/** A fingerprint of the words as they are printed. */
const wordingDigest = (text: StatusText): string => tagOf(JSON.stringify(statusSheet(text)))
