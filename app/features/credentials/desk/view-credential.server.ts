import { can } from '#app/auth/policy.ts'
import { type CredentialRow, findCredentialRow } from '#app/db/credential-page.server.ts'
import { findIssued } from '#app/db/printed-credentials.server.ts'
import { unsettableReason } from '#app/domain/certificate.ts'
import {
  type DeskAct,
  type ReissueFacts,
  whyNoCorrection,
  whyNoReissue,
  whyNot,
} from '#app/domain/credential/desk-rules.ts'
import { type Printed, type Sheet, sheetOf } from '#app/domain/credential/printed.ts'
import { type CredentialState, credentialState } from '#app/domain/credential/state.ts'
import { parseCertificateNumber } from '#app/domain/identifiers.ts'
import type { Actor } from '#app/domain/people.ts'
import { lettersWithoutFont } from '#app/pdf/text-runs.server.ts'
import { requireOfficer } from '../require-officer.server.ts'

/** One credential, what it is today, and what the reader can do with it. */
export type DeskCredential = Omit<CredentialRow, 'id' | 'userId' | 'course' | 'statusRecordId'> & {
  /** What it says, in words. */
  sheet: Sheet
  /** What it would say if it were issued again, or why it cannot be. */
  again: { sheet: Sheet } | { because: string }
  standing: CredentialState
  /** Why nothing of this can be done now; null for what can. */
  refusals: Record<DeskAct, string | null>
  /** Where the audit trail tells about it; absent for whoever may not read that. */
  auditHref: string | null
}

/** One credential of any kind for staff, with its history and its reasons. Throws 404 for an unknown number. */
export async function viewDeskCredential(officer: Actor, typedNumber: string, now: Date): Promise<DeskCredential> {
  requireOfficer(officer)
  const reading = parseCertificateNumber(typedNumber)
  const number = 'number' in reading ? reading.number : ''
  const [row, issued] = await Promise.all([findCredentialRow(number, { readerId: officer.id }), findIssued(number)])
  if (!row || !issued) throw new Response('There is no such credential.', { status: 404 })
  const { id, userId: _holder, course: _course, statusRecordId: _record, ...credential } = row
  const standing = credentialState(credential, now)
  return {
    ...credential,
    standing,
    sheet: sheetOf(issued.printed),
    again: await againFor({ ...credential, standing }, issued.printed),
    refusals: {
      suspend: whyNot('suspend', standing),
      lift: whyNot('lift', standing),
      revoke: whyNot('revoke', standing),
    },
    auditHref: can(officer, 'audit.read')
      ? `/admin/audit?${new URLSearchParams({ objectKind: 'credential', objectId: id })}`
      : null,
  }
}

async function againFor(credential: ReissueFacts, printed: Printed): Promise<DeskCredential['again']> {
  const because = whyNoReissue(credential)
  if (because) return { because }
  const unsettable = await lettersWithoutFont(credential.nameToday)
  if (unsettable.length > 0) return { because: unsettableReason(unsettable) }
  return { sheet: sheetOf({ ...printed, holderName: credential.nameToday }) }
}

/** What the holder reads about their own: what happened to it and why, and not by whom. Throws 404 for anybody else's. */
export async function viewOwnCredential(holder: Actor, typedNumber: string, now: Date) {
  const reading = parseCertificateNumber(typedNumber)
  const row = 'number' in reading ? await findCredentialRow(reading.number, { holderId: holder.id }) : null
  if (!row) throw new Response('There is no such certificate.', { status: 404 })
  const { number, title, holderName, nameToday, issuedAt, validUntil, supersedes, supersededBy, corrections } = row
  return {
    ...{ number, title, holderName, nameToday, issuedAt, validUntil, supersedes, supersededBy, corrections },
    standing: credentialState(row, now),
    noCorrection: whyNoCorrection(
      credentialState(row, now).state,
      corrections.some(({ closedAt }) => closedAt === null),
    ),
    events: row.events.map(({ by: _, ...event }) => event),
  }
}
