import { pathwayVersion } from '#app/content/catalogue.server.ts'
import type { Pathway } from '#app/content/content-body.ts'
import { type AwardedStatusRow, findAwardedStatuses } from '#app/db/awarded-statuses.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { type SpecialistNote, statusTitle } from '#app/domain/credential/kinds.ts'
import { endOf } from '#app/domain/credential/printed.ts'
import { statusAchievement, statusEvidence } from '#app/domain/credential/status-achievement.ts'
import { askedIn } from '#app/domain/pathway/asked.ts'
import { factsSince } from '#app/domain/pathway/facts-since.ts'
import { renewalRules } from '#app/domain/renewal.ts'
import { settings } from '#app/env.server.ts'
import { type CredentialToIssue, issueCredentials, type Replacing } from './issue-credentials.server.ts'

/** A credential of a status that was granted, or of a note of it. */
export type StatusToSign = {
  statusRecordId: string
  /** Absent for the status itself. */
  note?: SpecialistNote | null
  number: string
  holderName: string
  /** The credential that it takes the place of, after a correction. A renewal’s takes the place of the one before by itself. */
  supersedesId?: string
}

/**
 * Makes the credentials of these statuses, in the caller's transaction. One that takes the place of another ends that one with it: after
 * a correction, and where the status goes on with an earlier one.
 * @param replacing by whom and why, after a correction.
 * @returns their ids by their numbers.
 */
export async function signStatuses(
  tx: Db,
  wanted: readonly StatusToSign[],
  now: Date,
  replacing?: Replacing,
): Promise<Map<string, string>> {
  const rows = await findAwardedStatuses(
    tx,
    wanted.map(({ statusRecordId }) => statusRecordId),
  )
  const credentials: CredentialToIssue[] = []
  for (const each of wanted) {
    const status = rows.find(({ statusRecordId }) => statusRecordId === each.statusRecordId)
    if (!status) throw new Error(`There is no status ${each.statusRecordId}`)
    credentials.push(credentialOf(each, status, await pathwayVersion(status.pathwayVersionId), now))
  }
  return issueCredentials(tx, credentials, now, replacing)
}

function credentialOf(
  { number, holderName, note = null, supersedesId }: StatusToSign,
  status: AwardedStatusRow,
  pathway: Pathway,
  now: Date,
): CredentialToIssue {
  const { statusRecordId, userId, email, pathwaySlug, title, since, lastDay, snapshot, renewed } = status
  const isRenewal = since !== null
  const asked = isRenewal ? renewalRules(pathway.renewal).requirements : pathway.requirements
  const awarded = {
    ...{ pathwaySlug, pathwayTitle: title, pathwayVersion: pathway.version, note, isRenewal },
    requirements: askedIn(asked).map((requirement) => requirement.title),
  }
  return {
    row: {
      ...{ number, userId, holderName, statusRecordId, note },
      kind: note ? 'specialist_note' : 'practitioner_status',
      title: statusTitle(title, note),
      validFrom: now,
      validUntil: endOf(lastDay),
      issuedAt: now,
      supersedesId: supersedesId ?? renewed.find((before) => before.note === note)?.id ?? null,
    },
    holderEmail: email,
    said: {
      achievement: statusAchievement(awarded, settings().appUrl),
      // A note goes on with what it was given for; a renewed status rests on what was done since.
      evidence: statusEvidence(note || since === null ? snapshot.facts : factsSince(snapshot.facts, since), note),
      hoursClaimed: undefined,
      activity: undefined,
    },
  }
}
