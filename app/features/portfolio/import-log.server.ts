import { z } from 'zod'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { listEntries } from '#app/db/portfolio.server.ts'
import { holdPortfolio } from '#app/db/portfolio-writing.server.ts'
import { listSupervisorChoices, type SupervisorChoice } from '#app/db/supervisors.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { keepEntries, reviseHeld } from './keep-entry.server.ts'
import { type ImportPlan, planImport } from './plan-import.server.ts'

export const MAX_LOG_BYTES = 200 * 1024

export const importForm = z.object({
  intent: z.enum(['try', 'keep'], 'Choose what to do.'),
  log: z.string().default(''),
})

/** Told of a plan: what can be kept, and every line that cannot. */
export type ImportReport = Pick<ImportPlan, 'faults' | 'told'> & {
  supervision: number
  sessions: number
  /** Codes of cases whose countersignature would be void. */
  voided: string[]
}

/** What a log would come to. Changes nothing. */
export async function tryImport(actor: Actor, log: string, now: Date): Promise<ImportReport> {
  const [entries, supervisors] = await Promise.all([listEntries(actor.id), listSupervisorChoices(actor.id)])
  return reportOf(planImport(log, { entries, supervisors, timeZone: actor.timeZone, now }))
}

/** Keeps all of a log, or nothing of it where one line cannot be kept. @returns the report, with faults when nothing was kept. */
export async function importLog(actor: Actor, log: string, now: Date): Promise<ImportReport> {
  const supervisors: SupervisorChoice[] = await listSupervisorChoices(actor.id)
  return transact(async (tx) => {
    await holdPortfolio(tx, actor.id)
    const entries = await listEntries(actor.id, undefined, tx)
    const plan = planImport(log, { entries, supervisors, timeZone: actor.timeZone, now })
    const report = reportOf(plan)
    if (plan.faults.length > 0 || plan.told.length === 0) return report
    await keepEntries(
      tx,
      actor,
      plan.supervision.map((body) => ({ kind: 'supervision', body })),
      now,
    )
    for (const { entry, body } of plan.cases) await reviseHeld(tx, actor, entry, { kind: 'case', body }, now)
    const details = { supervision: report.supervision, sessions: report.sessions }
    await recordAudit(tx, {
      actor,
      action: 'portfolio.imported',
      object: { kind: 'user', id: actor.id },
      details,
      at: now,
    })
    return report
  })
}

const reportOf = ({ faults, told, supervision, cases }: ImportPlan): ImportReport => ({
  ...{ faults, told, supervision: supervision.length },
  sessions: cases.reduce((sum, { added }) => sum + added, 0),
  voided: cases.flatMap(({ entry }) => (entry.signature === 'signed' && entry.code ? [entry.code] : [])),
})
