import type { Day } from '#app/domain/pathway/facts.ts'
import type { Db } from './client.server.ts'

type Placement = { userId: string; pathwayId: string; versionId: string; now: Date }

/** Pins a person to a version of a pathway. Earlier placements stay on record; the last one is in force. */
export async function insertPlacement(tx: Db, { now, ...placement }: Placement): Promise<string> {
  const { id } = await tx.pathwayPlacement.create({ data: { ...placement, placedAt: now }, select: { id: true } })
  return id
}

type Attestation = { userId: string; requirementId: string; isAccepted: boolean; on: Day; now: Date }

/** What somebody declares of themselves, or takes back. */
export async function insertAttestation(tx: Db, { userId, on, now, ...said }: Attestation): Promise<string> {
  const data = {
    ...said,
    userId,
    subject: 'attestation' as const,
    checkedById: userId,
    checkedOn: new Date(on),
    checkedAt: now,
  }
  const { id } = await tx.staffCheck.create({ data, select: { id: true } })
  return id
}
