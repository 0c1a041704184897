import { randomBytes } from 'node:crypto'
import { db } from '#app/db/client.server.ts'
import { CERTIFICATE_RANDOM_BYTES, certificateNumber } from '#app/domain/identifiers.ts'
import type { Actor } from '#app/domain/people.ts'
import { now } from './accounts.ts'
import { publish } from './published.ts'

export const granted = new Date('2025-03-03T00:00:00Z')
export const validUntil = new Date('2028-03-02T23:59:59Z')

type Issued = {
  title?: string
  holderName?: string
  from?: Date
  until?: Date | null
  issuedAt?: Date
  /** The id of the credential whose place it takes. */
  supersedesId?: string
}

type Held = { id: string; number: string; statusRecordId: string }

/** A status as it stands after an application was approved and its credential issued. */
export async function holdStatus(person: Actor, issued: Issued = {}): Promise<Held> {
  const { title = 'MBT practitioner', from = granted, until = validUntil } = issued
  const pathway = { slug: `pathway-${crypto.randomUUID()}`, title, version: 1, source: 'A test.', requirements: [] }
  const { id: pathwayId, versionId } = await publish('pathway', pathway)
  // Offered no more, so that nobody else is measured by it.
  await db().contentItem.update({ where: { id: pathwayId }, data: { currentVersionId: null } })
  const application = await db().application.create({
    data: {
      ...{ userId: person.id, pathwayVersionId: versionId, state: 'approved', appliedAt: from, closedAt: from },
      events: { create: { kind: 'applied', byId: person.id, at: from } },
    },
  })
  const { id } = await db().statusRecord.create({
    data: {
      ...{ userId: person.id, applicationId: application.id, pathwaySlug: 'practitioner', title },
      ...{ grantedOn: from, validUntil: until ?? validUntil },
    },
  })
  return issueFor(person, id, { ...issued, title, from, until })
}

/** A further credential of a status that is held, in the place of one before. */
export const reissue = (person: Actor, { id, statusRecordId }: Held, issued: Issued): Promise<Held> =>
  issueFor(person, statusRecordId, { from: granted, until: validUntil, supersedesId: id, ...issued })

export async function holdNote(person: Actor, { statusRecordId }: Held, note: 'individual' | 'group' | 'mbt_i') {
  return issueFor(person, statusRecordId, { title: 'Note', from: granted, until: validUntil }, note)
}

async function issueFor(
  { id: userId, name }: Actor,
  statusRecordId: string,
  {
    title = 'MBT practitioner',
    holderName = name,
    from = granted,
    until = null,
    issuedAt = from,
    supersedesId,
  }: Issued,
  note?: 'individual' | 'group' | 'mbt_i',
): Promise<Held> {
  const { id, number } = await db().credential.create({
    data: {
      ...{
        number: certificateNumber(randomBytes(CERTIFICATE_RANDOM_BYTES)),
        userId,
        holderName,
        title,
        statusRecordId,
      },
      ...{ validFrom: from, validUntil: until, issuedAt },
      kind: note ? 'specialist_note' : 'practitioner_status',
      ...(note && { note }),
      ...(supersedesId && { supersedesId }),
    },
  })
  if (supersedesId) await happens({ id: supersedesId }, 'superseded', issuedAt)
  return { id, number, statusRecordId }
}

type EventKind = 'suspended' | 'lifted' | 'revoked' | 'superseded' | 'lapsed'

/** Something that happens to a credential. */
export async function happens({ id }: { id: string }, kind: EventKind, at: Date = now, until?: Date): Promise<void> {
  await db().credentialEvent.create({ data: { credentialId: id, kind, at, until: until ?? null } })
}
