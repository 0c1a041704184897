import { z } from 'zod'
import { findNamedAccount, insertAccount } from '#app/db/accounts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { insertGrant, listGrants } from '#app/db/role-grants.server.ts'
import {
  holdApproval,
  holdApprovalsOf,
  insertApproval,
  type ListedSupervisor,
  listSupervisors,
  saveApprovalEnd,
} from '#app/db/supervisors.server.ts'
import { type Actor, PROFESSIONS, type Profession } from '#app/domain/people.ts'
import type { Period } from '#app/domain/portfolio/approval.ts'
import { decideApproval } from '#app/domain/portfolio/supervisor-approval.ts'
import { isHeld } from '#app/domain/role-grants.ts'

const day = (missing: string) => z.iso.date(missing)

export const approvalForm = z
  .object({
    email: z.string().trim().toLowerCase().max(254).pipe(z.email('Enter the person’s e-mail address.')),
    name: z
      .string()
      .trim()
      .max(200, 'Use at most 200 characters.')
      .regex(/^\P{Cc}*$/u, 'Use one line of ordinary characters.')
      .default(''),
    profession: z.enum(PROFESSIONS).or(z.literal('')).default(''),
    isOutside: z.literal('on').optional().transform(Boolean),
    startsOn: day('Enter the first day as a date.'),
    endsOn: z
      .literal('')
      .or(day('Enter the last day as a date.'))
      .default('')
      .transform((typed) => typed || null),
    note: z.string().trim().max(500, 'Use at most 500 characters.').default(''),
  })
  .refine(({ startsOn, endsOn }) => !endsOn || endsOn >= startsOn, {
    path: ['endsOn'],
    message: 'The last day lies before the first.',
  })

export type ApprovalWish = z.output<typeof approvalForm>

type Fault<Field extends string> = { fault: { field: Field; message: string } }

/**
 * Approves somebody as a supervisor for a time: whoever has an account with this address, or else somebody new with an account
 * without a password, who signs by the links that are mailed to them. Only staff ever write a supervisor's address.
 * @returns the person's name, or which field has to be put right.
 */
export function approveSupervisor(
  actor: Actor,
  wish: ApprovalWish,
  now: Date,
): Promise<{ approved: string } | Fault<'email' | 'name' | 'profession' | 'startsOn'>> {
  return transact(async (tx) => {
    const person = await findOrMake(tx, wish, now)
    if ('fault' in person) return person
    const { id: personId, name } = person
    const period: Period = { startsOn: wish.startsOn, endsOn: wish.endsOn }
    const held = await holdApprovalsOf(tx, personId)
    const decision = decideApproval({ actorId: actor.id, personId, period, held })
    if (!decision.allowed) return fault(actor.id === personId ? 'email' : 'startsOn', decision.because)

    const { isOutside, note } = wish
    const id = await insertApproval(tx, { ...period, userId: personId, isOutside, note, approvedById: actor.id, now })
    await giveRole(tx, personId, actor.id, now)
    const details = { supervisorId: personId, ...period, isOutside, isNewAccount: person.isNew }
    const object = { kind: 'supervisor-approval', id }
    await recordAudit(tx, { actor, action: 'supervisor.approved', object, details, at: now })
    return { approved: name }
  })
}

const fault = <Field extends string>(field: Field, message: string): Fault<Field> => ({ fault: { field, message } })

/** A name and a profession are asked for only where nobody has the address yet. */
async function findOrMake(tx: Db, { email, name, profession }: ApprovalWish, now: Date) {
  const known = await findNamedAccount(tx, email)
  if (known) return { ...known, isNew: false }
  if (!name) return fault('name', 'Nobody has an account with this address. Write the name, to make one.')
  if (!profession) return fault('profession', 'Choose the profession of this new person.')
  const account = { email, name, profession: profession as Profession, passwordHash: null, createdAt: now }
  return { name, ...(await insertAccount(tx, account)) }
}

async function giveRole(tx: Db, userId: string, grantedById: string, now: Date): Promise<void> {
  const grants = await listGrants(tx, userId)
  if (grants.some((grant) => grant.role === 'supervisor' && isHeld(grant, now))) return
  await insertGrant(tx, { userId, role: 'supervisor', startsAt: now, endsAt: null, grantedById })
}

export const endingForm = z.object({ id: z.string(), lastDay: day('Enter the last day as a date.') })

/**
 * Ends an approval with a last day, in the past as well. The person keeps the role, to answer for the days before.
 * @returns which field has to be put right.
 * @throws 404 for an approval that is not there.
 */
export function endApproval(
  actor: Actor,
  { id, lastDay }: z.output<typeof endingForm>,
  now: Date,
): Promise<{ isEnded: true } | Fault<'lastDay'>> {
  return transact(async (tx) => {
    const approval = await holdApproval(tx, id)
    if (!approval) throw new Response('There is no such approval.', { status: 404 })
    if (approval.userId === actor.id)
      return fault('lastDay', 'Nobody decides about their own approval. Ask a colleague.')
    if (lastDay < approval.startsOn) return fault('lastDay', 'The last day lies before the first.')
    if (approval.endsOn && lastDay > approval.endsOn)
      return fault('lastDay', 'This approval ends earlier. Approve the person again for the days after it.')
    await saveApprovalEnd(tx, id, lastDay)
    const details = { supervisorId: approval.userId, endsOnBefore: approval.endsOn, endsOn: lastDay }
    const object = { kind: 'supervisor-approval', id }
    await recordAudit(tx, { actor, action: 'supervisor.approval-ended', object, details, at: now })
    return { isEnded: true }
  })
}

/** Everybody who was ever approved, with their approvals. */
export const viewSupervisors = (): Promise<ListedSupervisor[]> => listSupervisors()

export type ShownSupervisor = ListedSupervisor
