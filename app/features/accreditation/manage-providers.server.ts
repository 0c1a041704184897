import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, isUniqueViolation, transact } from '#app/db/client.server.ts'
import {
  declineProvider,
  endProviderApproval,
  findProviderByName,
  holdProvider,
  insertProvider,
  insertProviderApproval,
  listManagedProviders,
  type ManagedProvider,
} from '#app/db/providers.server.ts'
import type { Actor } from '#app/domain/people.ts'

export type { ManagedProvider }

/** Every provider with its approvals; on top what trainees asked for. */
export const viewProviders = (): Promise<ManagedProvider[]> => listManagedProviders()

const emptyIsAbsent = (value: unknown) => (value === '' || value === undefined ? null : value)

const approval = {
  startsOn: z.iso.date('Enter the first day.'),
  endsOn: z.preprocess(emptyIsAbsent, z.iso.date('Enter a day, or leave it empty.').nullable()),
  note: z.string().trim().max(300, 'Use at most 300 characters.').default(''),
}
const isInOrder = ({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }) =>
  endsOn === null || endsOn >= startsOn
const order = { path: ['endsOn'], message: 'An approval cannot end before it begins.' }

/** What can be sent of providers. */
export const providerForm = z.discriminatedUnion('intent', [
  z
    .object({
      intent: z.literal('add'),
      name: z.string().trim().min(3, 'Enter its name.').max(120, 'Use at most 120 characters.'),
      ...approval,
    })
    .refine(isInOrder, order),
  z.object({ intent: z.literal('approve'), provider: z.uuid(), ...approval }).refine(isInOrder, order),
  z.object({ intent: z.literal('end'), approval: z.uuid(), lastDay: z.iso.date('Enter the last day.') }),
  z.object({ intent: z.literal('decline'), provider: z.uuid() }),
])

export type ProviderChange = z.output<typeof providerForm>
type Change<Intent> = Extract<ProviderChange, { intent: Intent }>
type Fault = { field: string; message: string }

/** Changes what is on record of providers. @returns what stands against it, or null. Throws 404 for a provider that is not there. */
export async function changeProvider(actor: Actor, change: ProviderChange, now: Date): Promise<Fault | null> {
  try {
    return await transact((tx) => changeIn(tx, actor, change, now))
  } catch (error) {
    if (isUniqueViolation(error)) return NAME_TAKEN
    throw error
  }
}

const NAME_TAKEN = { field: 'name', message: 'There is a provider of this name already.' }

function changeIn(tx: Db, actor: Actor, change: ProviderChange, now: Date): Promise<Fault | null> {
  switch (change.intent) {
    case 'add':
      return addProvider(tx, actor, change, now)
    case 'approve':
      return approveProvider(tx, actor, change, now)
    case 'end':
      return endApproval(tx, actor, change, now)
    case 'decline':
      return decline(tx, actor, change, now)
  }
}

async function addProvider(tx: Db, actor: Actor, { name, ...change }: Change<'add'>, now: Date): Promise<Fault | null> {
  if (await findProviderByName(tx, name)) return NAME_TAKEN
  const id = uuidv7()
  await insertProvider(tx, { id, name, now })
  await record(tx, actor, 'provider.added', id, {}, now)
  return approveProvider(tx, actor, { ...change, intent: 'approve', provider: id }, now)
}

async function approveProvider(tx: Db, actor: Actor, change: Change<'approve'>, now: Date): Promise<null> {
  const { provider: providerId, startsOn, endsOn, note } = change
  if (!(await holdProvider(tx, providerId))) throw new Response('There is no such provider.', { status: 404 })
  await insertProviderApproval(tx, { providerId, startsOn, endsOn, note, approvedById: actor.id, now })
  await record(tx, actor, 'provider.approved', providerId, { startsOn, endsOn }, now)
  return null
}

async function endApproval(
  tx: Db,
  actor: Actor,
  { approval: id, lastDay }: Change<'end'>,
  now: Date,
): Promise<Fault | null> {
  const providerId = await endProviderApproval(tx, id, lastDay)
  if (!providerId) return { field: 'lastDay', message: 'Choose a day within this approval.' }
  await record(tx, actor, 'provider.approval-ended', providerId, { approvalId: id, lastDay }, now)
  return null
}

async function decline(tx: Db, actor: Actor, { provider }: Change<'decline'>, now: Date): Promise<null> {
  if (await declineProvider(tx, provider, now)) await record(tx, actor, 'provider.declined', provider, {}, now)
  return null
}

const record = (
  tx: Db,
  actor: Actor,
  action: `provider.${string}`,
  id: string,
  details: Record<string, string | null>,
  at: Date,
) => recordAudit(tx, { actor, action, object: { kind: 'provider', id }, details, at })
