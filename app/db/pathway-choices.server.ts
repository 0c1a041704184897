import type { Day } from '#app/domain/pathway/facts.ts'
import type { Db } from './client.server.ts'

type Placement = { userId: string; pathwayId: string; versionId: string; now: Date }

/** Pins a person to a version of a pathway. Earlier placements stay on record; the last one is in force. */
export async function insertPlacement(tx: Db, { now, ...placement }: Placement): Promise<string> {
  const { id } = await tx.pathwayPlacement.create({ data: { ...placement, placedAt: now }, select: { id: true } })
  return id
}

/** Whether this is what the person follows by their own choice. */
export async function isPlacedOn(tx: Db, userId: string, versionId: string): Promise<boolean> {
  const last = await tx.pathwayPlacement.findFirst({
    where: { userId },
    orderBy: [{ placedAt: 'desc' }, { id: 'desc' }],
    select: { versionId: true },
  })
  return last?.versionId === versionId
}

type Attestation = { userId: string; requirementId: string; isAccepted: boolean; on: Day; now: Date }

/** What somebody said last of one requirement. */
export async function findLastAttestation(tx: Db, userId: string, requirementId: string) {
  const last = await tx.staffCheck.findFirst({
    where: { userId, requirementId, subject: 'attestation' },
    orderBy: [{ checkedOn: 'desc' }, { checkedAt: 'desc' }, { id: 'desc' }],
    select: { isAccepted: true, checkedOn: true },
  })
  return last && { isAccepted: last.isAccepted, on: last.checkedOn.toISOString().slice(0, 10) }
}

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
