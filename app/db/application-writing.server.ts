import type { ApplicationEventKind, ApplicationState } from '#app/domain/application.ts'
import type { Snapshot } from './applications.server.ts'
import type { Db, Prisma } from './client.server.ts'

type NewApplication = { userId: string; pathwayVersionId: string; renewsId: string | null; now: Date }

/** Of one person at most one is open: hold their portfolio and look first. */
export async function insertApplication(tx: Db, { now, ...application }: NewApplication): Promise<string> {
  const data = { ...application, appliedAt: now }
  return (await tx.application.create({ data, select: { id: true } })).id
}

export async function insertSnapshot(
  tx: Db,
  snapshot: { applicationId: string; number: number; body: Snapshot; digest: string; takenAt: Date },
): Promise<void> {
  const body = snapshot.body as unknown as Prisma.InputJsonObject
  await tx.applicationSnapshot.create({ data: { ...snapshot, body }, select: { number: true } })
}

type NewEvent = {
  applicationId: string
  kind: ApplicationEventKind
  byId: string
  at: Date
  text?: string
  requirementId?: string | undefined
  isFavourable?: boolean
}

export async function insertEvent(tx: Db, event: NewEvent): Promise<void> {
  await tx.applicationEvent.create({ data: event, select: { id: true } })
}

type Move = { state?: ApplicationState; assessorId?: string; closedAt?: Date | null }

export async function moveApplication(tx: Db, id: string, move: Move): Promise<void> {
  await tx.application.update({ where: { id }, data: move, select: { id: true } })
}

export async function insertStatus(
  tx: Db,
  status: {
    userId: string
    applicationId: string
    pathwaySlug: string
    title: string
    grantedOn: string
    validUntil: string
    /** At most one status goes on with another: the database holds it. */
    renewsId: string | null
  },
): Promise<void> {
  const { grantedOn, validUntil } = status
  const data = { ...status, grantedOn: new Date(grantedOn), validUntil: new Date(validUntil) }
  await tx.statusRecord.create({ data, select: { id: true } })
}

type NewCheck = {
  userId: string
  requirementId: string
  isAccepted: boolean
  note: string
  checkedById: string
  on: string
  now: Date
}

/** What somebody of the staff found of a requirement. */
export async function insertRequirementCheck(tx: Db, { on, now, ...check }: NewCheck): Promise<string> {
  const data = { ...check, subject: 'requirement' as const, checkedOn: new Date(on), checkedAt: now }
  return (await tx.staffCheck.create({ data, select: { id: true } })).id
}
