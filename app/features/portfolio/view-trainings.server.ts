import { findOwnEntry, listConfirmed, listEntries } from '#app/db/portfolio.server.ts'
import { listProvidersFor, type Provider } from '#app/db/providers.server.ts'
import { readBesideTraining } from '#app/db/trainings.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { approvedThroughout } from '#app/domain/portfolio/provider-approval.ts'
import { trainingStanding } from '#app/domain/portfolio/training-rules.ts'
import { type EntryOf, entryIn, ofKind } from './entries-of-kind.ts'

/** The actor's trainings elsewhere, the latest first, with how each stands. */
export async function viewTrainings(actor: Actor) {
  const [entries, providers] = await Promise.all([listEntries(actor.id, 'training'), listProvidersFor(actor.id)])
  return ofKind(entries, 'training').map((entry) => shownTraining(entry, providers))
}

/**
 * One training of the actor's with what staff found of it.
 * @throws 404 for one that is not the actor's own.
 */
export async function viewTraining(actor: Actor, id: string) {
  const [entries, { providers, checks }] = await Promise.all([
    listEntries(actor.id, 'training'),
    readBesideTraining(actor.id, id),
  ])
  const entry = entryIn(entries, 'training', id)
  return { entry, providers, checks, training: shownTraining(entry, providers) }
}

/** One training to be changed, with what was confirmed for it. @throws 404 for one that is not the actor's own. */
export async function ownTraining(actor: Actor, id: string) {
  const [entry, confirmed] = await Promise.all([findOwnEntry(actor.id, id), listConfirmed(actor.id, id)])
  return { entry: entryIn(entry ? [entry] : [], 'training', id), confirmed }
}

/** What a trainee chooses from when entering a training. */
export const providersFor = (actor: Actor): Promise<Provider[]> => listProvidersFor(actor.id)

function shownTraining({ id, version, body, isAccepted, files }: EntryOf<'training'>, providers: readonly Provider[]) {
  const provider = providers.find((one) => one.id === body.providerId)
  const approval = approvedThroughout(provider?.approvals ?? [], body)
  return {
    id,
    version,
    body,
    provider: { name: provider?.name ?? 'A provider', isAskedFor: provider?.isAskedFor ?? false },
    approval,
    standing: trainingStanding(isAccepted, approval.isApproved),
    /** The certificate of the version in force, and those before it. */
    files: files.toReversed(),
  }
}

export type ShownTraining = ReturnType<typeof shownTraining>
