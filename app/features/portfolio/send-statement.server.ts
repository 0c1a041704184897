import { z } from 'zod'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { deleteKeptForm } from '#app/db/drafts.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { listHolders } from '#app/db/role-grants.server.ts'
import {
  findStatement,
  findSupervisee,
  insertStatement,
  type SentStatement,
  type SuperviseePage,
} from '#app/db/supervision.server.ts'
import { holdSupervisor } from '#app/db/supervisor-links.server.ts'
import { holdApprovalsOf } from '#app/db/supervisors.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { type FormFault, faultIn } from '#app/http/form.server.ts'
import { auditedConfirmations } from '#app/screen/audited-confirmations.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { screenFields } from '#app/screen/screen-fields.server.ts'

const text = (missing: string) => z.string().trim().min(1, missing).max(4000, 'Use at most 4,000 characters.')

export const statementForm = z.object({
  work: text('Write how, and since when, you have supervised this trainee.'),
  strengths: text('Write what the trainee does well.'),
  development: text('Write what the trainee still works on.'),
  verdict: z.enum(['positive', 'not-yet'], 'Choose what you recommend.'),
  /** How many statements the supervisor saw as sent: a form that is sent twice sends one. */
  sent: z.coerce.number().int(),
})

type SentStatementForm = { value: z.output<typeof statementForm>; typed: FormFault['values'] }

const labelled = ({ work, strengths, development }: Record<'work' | 'strengths' | 'development', string>) => ({
  work: { label: 'How you have worked together', text: work },
  strengths: { label: 'What the trainee does well in MBT', text: strengths },
  development: { label: 'What the trainee still works on', text: development },
})

/** Whom the actor may state something about: somebody who put work before them. @throws 404 for anybody else. */
export async function viewSupervisee(actor: Actor, traineeId: string): Promise<SuperviseePage> {
  const supervisee = await findSupervisee(actor.id, traineeId)
  if (!supervisee) throw notThere()
  return supervisee
}

const notThere = () => new Response('This person has put nothing before you.', { status: 404 })

/**
 * Sends a supervisor's statement straight to the accreditation staff. The trainee learns that it was sent, and not what it says. A later
 * one takes the place of the earlier, which is kept.
 * @returns what goes back to the page: the actor was never approved, or may have named a patient.
 * @throws 404 for somebody who put nothing before the actor.
 */
export function sendStatement(
  actor: Actor,
  traineeId: string,
  { value: { verdict, sent, ...body }, typed }: SentStatementForm,
  now: Date,
): Promise<{ isSent: true } | { fault: ScreenFault }> {
  return transact(async (tx) => {
    await holdSupervisor(tx, actor.id)
    const supervisee = await findSupervisee(actor.id, traineeId, tx)
    if (!supervisee) throw notThere()
    if ((await holdApprovalsOf(tx, actor.id)).length === 0)
      return { fault: faultIn('', 'You are not approved as a supervisor.', typed) }
    if (supervisee.statements.length !== sent) return { isSent: true }
    const today = todayIn(actor.timeZone, now)
    const screened = screenFields(labelled(body), { typed, today, people: [actor.name, supervisee.name] })
    if (!screened.clean) return { fault: screened.fault }
    const isPositive = verdict === 'positive'
    const id = await insertStatement(tx, { traineeId, supervisorId: actor.id, isPositive, body, now })
    await deleteKeptForm(tx, actor, 'statement', traineeId)
    const object = { kind: 'supervisor-statement', id }
    const details = { traineeId, ...auditedConfirmations(screened.confirmed) }
    await recordAudit(tx, { actor, action: 'statement.sent', object, details, at: now })
    await notify(tx, { userId: traineeId, kind: 'statement-sent', params: { supervisorName: actor.name }, now })
    for (const userId of await listHolders(tx, ['accreditation_staff'], now))
      if (userId !== traineeId)
        await notify(tx, { userId, kind: 'statement-received', params: { statementId: id }, now })
    return { isSent: true }
  })
}

/** A statement as staff read it: nobody reads one about themselves. @throws 404 */
export async function viewStatement(actor: Actor, id: string): Promise<SentStatement> {
  const statement = await findStatement(id, actor.id)
  if (!statement) throw new Response('There is no such statement.', { status: 404 })
  return statement
}
