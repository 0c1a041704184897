import { db, transact } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import type {
  CaseBody,
  ClipBody,
  PortfolioBodies,
  PortfolioKind,
  SupervisionBody,
} from '#app/domain/portfolio/entry.ts'
import { sendNotice } from '#app/features/notices/send-notice.server.ts'
import { askCountersign } from '#app/features/portfolio/ask-countersign.server.ts'
import { correctEntry, keepEntry } from '#app/features/portfolio/keep-entry.server.ts'
import { tellSupervisor } from '#app/features/portfolio/tell-supervisor.server.ts'
import { createAccount, now } from './accounts.ts'

export const nothingAgainst = () => ({})

export const sessionWith = (supervisorId: string, changes: Partial<SupervisionBody> = {}): SupervisionBody => ({
  on: '2026-10-05',
  startsAt: '16:00',
  timeZone: 'Europe/London',
  minutes: 60,
  mode: 'individual',
  supervisees: 1,
  caseIds: [],
  supervisorId,
  takenAway: 'Slow down before asking why.',
  ...changes,
})

export const treatment: CaseBody = {
  modality: 'individual',
  ageBand: '25-34',
  diagnosis: 'borderline',
  diagnosticSystem: 'ICD-11',
  diagnosedBy: 'psychiatrist',
  isPrimaryIntervention: true,
  startedOn: '2026-03-02',
  endedOn: '2026-09-28',
  isEndedEarly: false,
  sessions: [{ on: '2026-03-02', minutes: 50 }],
}

export const clipFor = (supervisorId: string, changes: Partial<ClipBody> = {}): ClipBody => ({
  sessionNumber: 7,
  heldOn: '2026-09-14',
  minutes: 15,
  media: 'video',
  isConsentAttested: true,
  consentScope: 'supervision',
  destroyBy: '2027-09-14',
  destroyedOn: null,
  supervisorId,
  ...changes,
})

/** Keeps an entry of this person's. @returns its id. */
export async function keep<Kind extends PortfolioKind>(
  owner: Actor,
  kind: Kind,
  body: PortfolioBodies[Kind],
  caseId?: string,
): Promise<string> {
  const kept = await keepEntry(owner, { kind, body, caseId }, nothingAgainst, now)
  if ('faults' in kept) throw new Error('the entry was refused')
  return kept.id
}

/** Corrects a session of this person's. */
export const correctSession = (owner: Actor, id: string, body: SupervisionBody, at = now) =>
  correctEntry(owner, { id, seenVersion: 1 }, { kind: 'supervision', body }, nothingAgainst, at)

type Approved = { startsOn?: string; endsOn?: string | null; isOutside?: boolean; hasPassword?: boolean }

/** Somebody who was approved as a supervisor. */
export async function createSupervisor(name: string, approved: Approved = {}): Promise<Actor> {
  const { startsOn = '2026-01-01', endsOn = null, isOutside = false, hasPassword = !isOutside } = approved
  const supervisor = await createAccount(name, { roles: ['supervisor'], hasPassword, isConfirmed: hasPassword })
  const days = { startsOn: new Date(startsOn), endsOn: endsOn ? new Date(endsOn) : null }
  await db().supervisorApproval.create({
    data: { userId: supervisor.id, ...days, isOutside, approvedById: supervisor.id, approvedAt: now },
  })
  return supervisor
}

/** A session that was put before its supervisor. */
export async function askedSession(trainee: Actor, supervisor: Actor, changes: Partial<SupervisionBody> = {}) {
  const entryId = await keep(trainee, 'supervision', sessionWith(supervisor.id, changes))
  const asked = await askCountersign(trainee, { entries: [entryId] }, now)
  if (asked.asked !== 1) throw new Error(JSON.stringify(asked.refused))
  const request = await db().countersigning.findFirstOrThrow({ where: { entryId }, orderBy: { id: 'desc' } })
  return { entryId, requestId: request.id }
}

/** Mails a supervisor what waits for them. @returns the secret of the link in the mail. */
export async function mailedLink(supervisor: Actor, at = now): Promise<string> {
  await tellSupervisor(supervisor.id, at)
  const text = await sendLatest(supervisor, 'countersigning', at)
  return /\/countersign\/([a-z2-7]{32})/.exec(text)?.[1] ?? ''
}

/** @returns the code in the mail that was asked for last. */
export async function mailedCode(supervisor: Actor, at = now): Promise<string> {
  return /code is (\d{6})/.exec(await sendLatest(supervisor, 'signing-code', at))?.[1] ?? ''
}

/** Sends somebody's newest mail of a kind. @returns its text. */
export async function sendLatest({ id: userId, email: to }: Actor, kind: string, at: Date): Promise<string> {
  const where = { userId, kind }
  const { id } = await db().notice.findFirstOrThrow({ where, orderBy: { id: 'desc' }, select: { id: true } })
  await sendNotice(id, at)
  const mail = await db().mailboxMessage.findFirstOrThrow({ where: { to }, orderBy: { id: 'desc' } })
  return mail.text
}

/** Asks in one transaction what a test needs to know of the requests. */
export const requestsOf = (entryId: string) =>
  transact((tx) => tx.countersigning.findMany({ where: { entryId }, orderBy: { id: 'asc' } }))
