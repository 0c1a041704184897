import { randomUUID } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { type Db, db, isUniqueViolation } from '#app/db/client.server.ts'
import type { PortfolioEntry } from '#app/db/portfolio.server.ts'
import { findProviderByName, insertProvider, listProvidersFor } from '#app/db/providers.server.ts'
import { countFiles, insertFile } from '#app/db/stored-files.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import type { TrainingBody } from '#app/domain/portfolio/entry.ts'
import type { EntryFaults } from '#app/domain/portfolio/faults.ts'
import { trainingFaults } from '#app/domain/portfolio/training-rules.ts'
import type { Confirmation } from '#app/domain/screen/confirmations.ts'
import { removeStoredFile, storeFile } from '#app/integrations/storage.server.ts'
import type { CertificateFile } from './certificate-file.server.ts'
import { correctEntry, keepEntry, type Writing } from './keep-entry.server.ts'
import { OTHER_PROVIDER, type TrainingFields } from './training-form.ts'

/** Nobody has that many certificates: more is a script that fills our disk. */
const MAX_FILES = 100

type Kept = { id: string } | { faults: EntryFaults }

/** What a person sent of a training: its fields, and its certificate where one was chosen. */
export type SentTraining = {
  fields: TrainingFields
  certificate: CertificateFile | null
  confirmed: readonly Confirmation[]
}

/** Keeps a training elsewhere with its certificate. Both are there or neither: a file without its entry is taken away again. */
export async function keepTraining(actor: Actor, sent: SentTraining, now: Date): Promise<Kept> {
  if (!sent.certificate) return { faults: { certificate: 'Choose the file of your certificate.' } }
  return withFile(actor, sent, now, (entry) =>
    keepEntry(actor, entry, (others) => twiceFaults(entry.body, others), now),
  )
}

/**
 * Corrects a training; without a new file it keeps the certificate that it has. Staff look at every correction again.
 * @throws 404 for a training that is not the actor's own.
 */
export async function correctTraining(
  actor: Actor,
  entry: PortfolioEntry,
  sent: SentTraining,
  now: Date,
): Promise<Kept> {
  const { id } = entry
  const earlier = entry.kind === 'training' ? entry.body.certificate : undefined
  return withFile(actor, sent, now, async (writing) => {
    const seen = { id, seenVersion: sent.fields.seenVersion }
    const body = { ...writing.body, certificate: writing.body.certificate ?? earlier }
    const corrected = await correctEntry(actor, seen, { ...writing, body }, (others) => twiceFaults(body, others), now)
    return 'faults' in corrected ? corrected : { id }
  })
}

type Write = (entry: Writing<'training'>) => Promise<Kept>

/** Lays the file down first, so that no record ever names a file that is not there, and takes it away where nothing was recorded. */
async function withFile(actor: Actor, sent: SentTraining, now: Date, write: Write, isAgain = false): Promise<Kept> {
  const { fields, certificate } = sent
  const provider = await chosenProvider(actor, fields)
  if ('faults' in provider) return provider
  const body = bodyOf(fields, provider.id, certificate?.sha256)
  const faults = trainingFaults(body, todayIn(actor.timeZone, now))
  if (Object.keys(faults).length > 0) return { faults }

  const key = randomUUID()
  let isRecorded = false
  const alongside = async (tx: Db, entryId: string) => {
    if (provider.isNew)
      await insertProvider(tx, { id: provider.id, name: fields.providerName, askedById: actor.id, now })
    if (!certificate) return
    const { name, mediaType, sha256, bytes } = certificate
    await insertFile(tx, { ownerId: actor.id, entryId, key, name, mediaType, sha256, bytes: bytes.byteLength, now })
    isRecorded = true
  }
  if (certificate) {
    if ((await countFiles(db(), actor.id)) >= MAX_FILES)
      return { faults: { certificate: `${MAX_FILES} files are the limit.` } }
    await storeFile(key, certificate.bytes, { now })
  }
  let isDone = false
  try {
    const kept = await write({ kind: 'training', body, confirmed: sent.confirmed, alongside })
    isDone = 'id' in kept
    return kept
  } catch (error) {
    // Two asked for the same provider at the same instant: now it is there to be found.
    if (isAgain || !isUniqueViolation(error)) throw error
  } finally {
    if (certificate && !(isDone && isRecorded)) await removeStoredFile(key)
  }
  return withFile(actor, sent, now, write, true)
}

type ChosenProvider = { id: string; isNew: boolean } | { faults: EntryFaults }

async function chosenProvider(actor: Actor, { provider, providerName }: TrainingFields): Promise<ChosenProvider> {
  if (provider === OTHER_PROVIDER) {
    if (providerName.length < 3) return { faults: { providerName: 'Enter the name of the provider.' } }
    const id = await findProviderByName(db(), providerName)
    return id ? { id, isNew: false } : { id: uuidv7(), isNew: true }
  }
  const isListed = (await listProvidersFor(actor.id)).some(({ id }) => id === provider)
  return isListed ? { id: provider, isNew: false } : { faults: { provider: 'Choose who gave it.' } }
}

function bodyOf(fields: TrainingFields, providerId: string, certificate: string | undefined): TrainingBody {
  const { provider: _, providerName: __, seenVersion: ___, ...training } = fields
  return { ...training, providerId, ...(certificate && { certificate }) }
}

function twiceFaults(body: TrainingBody, others: readonly PortfolioEntry[]): EntryFaults {
  const isThere = others.some(
    (other) =>
      other.kind === 'training' &&
      other.body.training === body.training &&
      other.body.providerId === body.providerId &&
      other.body.startedOn === body.startedOn,
  )
  return isThere ? { startedOn: 'You have entered this training already.' } : {}
}
