import { createHash } from 'node:crypto'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import type { CaseBody, ClipBody } from '#app/domain/portfolio/entry.ts'
import type { CertificateFile } from '#app/features/portfolio/certificate-file.server.ts'
import { type ClipFields, keepClip } from '#app/features/portfolio/keep-clip.server.ts'
import { keepEntry } from '#app/features/portfolio/keep-entry.server.ts'
import { keepTraining, type SentTraining } from '#app/features/portfolio/keep-training.server.ts'
import type { TrainingFields } from '#app/features/portfolio/training-form.ts'
import { now } from './accounts.ts'
import { PDF } from './pdf.ts'

/** Two sessions, on 2 and on 9 March. */
export const treatment: CaseBody = {
  modality: 'individual',
  ageBand: '25-34',
  diagnosis: 'borderline',
  diagnosticSystem: 'ICD-11',
  diagnosedBy: 'psychiatrist',
  isPrimaryIntervention: true,
  startedOn: '2026-03-02',
  endedOn: null,
  isEndedEarly: false,
  sessions: [
    { on: '2026-03-02', minutes: 50 },
    { on: '2026-03-09', minutes: 50 },
  ],
}

const idOf = <Kept extends { id: string } | object>(kept: Kept): string => {
  if ('id' in kept && typeof kept.id === 'string') return kept.id
  throw new Error(JSON.stringify(kept))
}

export const enterCase = async (owner: Actor, body = treatment): Promise<string> =>
  idOf(await keepEntry(owner, { kind: 'case', body }, () => ({}), now))

/** Approved since the beginning of 2020. */
export async function approveSupervisor({ id: userId }: Actor): Promise<void> {
  const approval = { startsOn: new Date('2020-01-01'), approvedById: userId, approvedAt: now }
  await db().supervisorApproval.create({ data: { userId, ...approval } })
}

type Clip = { caseId: string; supervisorId: string; changes?: Partial<ClipBody> }

/** A clip of the first session of {@link treatment}. */
export const clipOf = ({ caseId, supervisorId, changes = {} }: Clip): ClipFields => ({
  caseId,
  supervisorId,
  sessionNumber: 1,
  heldOn: '2026-03-02',
  minutes: 15,
  media: 'video',
  isConsentAttested: true,
  consentScope: 'supervision-and-assessment',
  destroyBy: '2027-03-02',
  destroyedOn: null,
  seenVersion: 0,
  ...changes,
})

/** A case with a clip of its first session. */
export async function enterClip(owner: Actor, supervisor: Actor, changes: Partial<ClipBody> = {}): Promise<string> {
  await approveSupervisor(supervisor)
  const caseId = await enterCase(owner)
  return idOf(await keepClip(owner, clipOf({ caseId, supervisorId: supervisor.id, changes }), now))
}

/** One pixel. */
export const PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

export const certificateOf = (bytes: Uint8Array = PDF): CertificateFile => ({
  name: 'certificate.pdf',
  mediaType: 'application/pdf',
  bytes: new Uint8Array(bytes),
  sha256: createHash('sha256').update(bytes).digest('hex'),
})

/** A provider in the staff's list, approved from a day on where one is given. */
export async function createProvider(name: string, approvedFrom?: string, approvedUntil?: string): Promise<string> {
  const { id } = await db().provider.create({ data: { name, createdAt: now } })
  if (!approvedFrom) return id
  const days = { startsOn: new Date(approvedFrom), endsOn: approvedUntil ? new Date(approvedUntil) : null }
  await db().providerApproval.create({ data: { providerId: id, ...days, approvedById: id, approvedAt: now } })
  return id
}

export const trainingFields = (provider: string, changes: Partial<TrainingFields> = {}): TrainingFields => ({
  training: 'basic',
  title: 'Basic training in MBT',
  provider,
  providerName: '',
  startedOn: '2026-02-02',
  endedOn: '2026-02-04',
  days: 3,
  liveHours: 18,
  selfGuidedHours: 21,
  seenVersion: 0,
  ...changes,
})

export const sentTraining = (provider: string, changes: Partial<TrainingFields> = {}): SentTraining => ({
  fields: trainingFields(provider, changes),
  certificate: certificateOf(),
  confirmed: [],
})

/** A training with its certificate, given by a provider that is approved. */
export async function enterTraining(owner: Actor): Promise<string> {
  const provider = await createProvider('North School', '2020-01-01')
  return idOf(await keepTraining(owner, sentTraining(provider), now))
}
