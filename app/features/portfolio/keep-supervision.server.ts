import { listConfirmed, type PortfolioEntry } from '#app/db/portfolio.server.ts'
import { listSupervisorChoices, type SupervisorChoice } from '#app/db/supervisors.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { isApprovedOn } from '#app/domain/portfolio/approval.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import type { SupervisionBody } from '#app/domain/portfolio/entry.ts'
import type { EntryFaults } from '#app/domain/portfolio/faults.ts'
import { supervisionFaults } from '#app/domain/portfolio/supervision-rules.ts'
import { minutesWords } from '#app/domain/reading-time.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { screenFields } from '#app/screen/screen-fields.server.ts'
import { ofKind } from './entries-of-kind.ts'
import { faultsBeside, type Sent } from './entry-fields.server.ts'
import { correctEntry, keepEntry, takeEntryOut } from './keep-entry.server.ts'
import { ownEntry } from './own-entry.server.ts'
import { type SentSupervision, supervisionBody } from './supervision-form.server.ts'
import { writtenDay } from './written-day.ts'

/** `isCounted`: its supervisor was approved on that day. */
type Kept<Result> = (Result & { isCounted: boolean }) | { fault: FormFault }

/**
 * Keeps a session of supervision. One from before its supervisor was approved is kept as well, since it was held; it counts for
 * nothing, which is said at once.
 */
export async function keepSupervision(
  actor: Actor,
  sent: Sent<SentSupervision>,
  now: Date,
): Promise<Kept<{ id: string }>> {
  const body = supervisionBody(sent.value, actor.timeZone)
  const supervisors = await listSupervisorChoices(actor.id)
  const screened = screen(actor, sent, now)
  if (!screened.clean) return { fault: screened.fault }
  const { confirmed } = screened
  const check = (others: readonly PortfolioEntry[]) => faultsAmong(body, { others, supervisors, now })
  const kept = await keepEntry(actor, { kind: 'supervision', body, confirmed }, check, now)
  if ('faults' in kept) return { fault: faultsBeside(kept.faults, sent.typed) }
  return { ...kept, isCounted: isCounted(body, supervisors) }
}

/** Corrects a session of supervision; its clock stays that of its first version. @throws 404 for one that is not the actor's. */
export async function correctSupervision(
  actor: Actor,
  id: string,
  sent: Sent<SentSupervision>,
  now: Date,
): Promise<Kept<{ version: number }>> {
  const { timeZone } = (await ownEntry(actor, 'supervision', id)).body
  const body = supervisionBody(sent.value, timeZone)
  const supervisors = await listSupervisorChoices(actor.id)
  const screened = screen(actor, sent, now, await listConfirmed(actor.id, id))
  if (!screened.clean) return { fault: screened.fault }
  const { confirmed } = screened
  const check = (others: readonly PortfolioEntry[]) => faultsAmong(body, { others, supervisors, now })
  const seen = { id, seenVersion: sent.value.seenVersion }
  const corrected = await correctEntry(actor, seen, { kind: 'supervision', body, confirmed }, check, now)
  if ('faults' in corrected) return { fault: faultsBeside(corrected.faults, sent.typed) }
  return { ...corrected, isCounted: isCounted(body, supervisors) }
}

/** Takes a session of supervision out of the portfolio. @throws 404 for one that is not the actor's. */
export async function takeSupervisionOut(actor: Actor, id: string, now: Date): Promise<void> {
  await ownEntry(actor, 'supervision', id)
  await takeEntryOut(actor, id, () => ({}), now)
}

const screen = (
  { timeZone }: Actor,
  { value, typed }: Sent<SentSupervision>,
  now: Date,
  confirmed: Awaited<ReturnType<typeof listConfirmed>> = [],
) =>
  screenFields(
    { takenAway: { label: 'What you take away', text: value.takenAway } },
    { typed, today: todayIn(timeZone, now), confirmed },
  )

type Setting = { others: readonly PortfolioEntry[]; supervisors: readonly SupervisorChoice[]; now: Date }

const faultsAmong = (body: SupervisionBody, { others, supervisors, now }: Setting): EntryFaults =>
  supervisionFaults(body, {
    now,
    others: ofKind(others, 'supervision').map((other) => other.body),
    caseIds: new Set(ofKind(others, 'case').map(({ id }) => id)),
    supervisorIds: new Set(supervisors.map(({ id }) => id)),
    written: ({ on, startsAt, minutes }) => `${writtenDay(on)}, ${startsAt} (${minutesWords(minutes)})`,
  })

const isCounted = ({ supervisorId, on }: SupervisionBody, supervisors: readonly SupervisorChoice[]): boolean =>
  isApprovedOn(supervisors.find(({ id }) => id === supervisorId)?.approvals ?? [], on)
