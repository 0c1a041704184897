import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { recordAudit } from '#app/db/audit.server.ts'
import { insertCertificates } from '#app/db/certificates.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { saveAnswer } from '#app/db/corrections.server.ts'
import { type CredentialRow, findCredentialRow } from '#app/db/credential-page.server.ts'
import { deleteKeptForm } from '#app/db/drafts.server.ts'
import { holdCredentialsOf } from '#app/db/held-for-change.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { unsettableReason } from '#app/domain/certificate.ts'
import { whyNoReissue } from '#app/domain/credential/desk-rules.ts'
import { credentialState } from '#app/domain/credential/state.ts'
import { CERTIFICATE_RANDOM_BYTES, certificateNumber, parseCertificateNumber } from '#app/domain/identifiers.ts'
import type { Actor } from '#app/domain/people.ts'
import type { Confirmation } from '#app/domain/screen/confirmations.ts'
import { lettersWithoutFont } from '#app/pdf/text-runs.server.ts'
import { auditedConfirmations } from '#app/screen/audited-confirmations.ts'
import { requireOfficer } from '../require-officer.server.ts'
import { signCertificates } from '../signing/sign-certificates.server.ts'
import { signStatuses } from '../signing/sign-statuses.server.ts'
import type { DeskRefusal } from './change-credential.server.ts'

const words = z.string().trim().max(2000, 'Use at most 2,000 characters.')
const FOR_A_NAME = 'Issued again with the name as it is today.'

export const reissueForm = z.object({
  intent: z.literal('reissue'),
  /** The name that was seen. */
  seen: z.string().max(500),
  text: words.default(''),
})
export const correctionRefusalForm = z.object({
  intent: z.literal('refuse-correction'),
  text: words.min(10, 'Write at least a sentence: the holder reads it.'),
})

export type Reissued = { number: string } | { refusal: DeskRefusal }

type Step = { officer: Actor; reason: string; confirmed: readonly Confirmation[]; now: Date }

const general = (message: string) => ({ refusal: { field: '', message } })

/**
 * Issues a certificate or status again under a new number, with the name as it stands in the account: after a change of name, or what was
 * revoked by mistake. The one before ends with it and names it; a correction that was asked for is granted with it. Pressed twice, it is
 * done once. Nobody does so for themselves or where they have a part.
 * @returns the new number, or why not. Throws 404 for an unknown number.
 */
export async function reissueCredential(
  officer: Actor,
  typedNumber: string,
  { seen, text }: Omit<z.output<typeof reissueForm>, 'intent'>,
  now: Date,
  confirmed: readonly Confirmation[] = [],
): Promise<Reissued> {
  // Fonts are looked into before anything is held, and for the name that was seen: another one is refused below.
  const unsettable = await lettersWithoutFont(seen)
  return overCorrection(officer, typedNumber, async (tx, row) => {
    const standing = credentialState(row, now)
    const because = whyNoReissue({ ...row, standing })
    if (because) return general(because)
    if (row.nameToday !== seen) return general('The name has changed since you looked. Please look again.')
    if (unsettable.length > 0) return general(unsettableReason(unsettable))
    if (standing.state === 'revoked' && text === '')
      return { refusal: { field: 'text', message: 'Say why it is given again: the holder reads it.' } }
    const step = { officer, reason: text || FOR_A_NAME, confirmed, now }
    const number = await issueAgain(tx, row, step)
    await closeWith(tx, row, { isGranted: true, number, step })
    await deleteKeptForm(tx, officer, 'credential', `${row.number}.reissue`)
    return { number }
  })
}

/** @returns why not, or null: what was asked for is refused, with a reason that the holder reads. */
export async function refuseCorrection(
  officer: Actor,
  typedNumber: string,
  { text }: Omit<z.output<typeof correctionRefusalForm>, 'intent'>,
  now: Date,
  confirmed: readonly Confirmation[] = [],
): Promise<DeskRefusal | null> {
  const refused = await overCorrection(officer, typedNumber, async (tx, row) => {
    if (!openIn(row)) return general('Nothing is asked for any more.')
    await closeWith(tx, row, { isGranted: false, number: row.number, step: { officer, reason: text, confirmed, now } })
    await deleteKeptForm(tx, officer, 'credential', `${row.number}.refuse-correction`)
    return { number: row.number }
  })
  return 'refusal' in refused ? refused.refusal : null
}

/** Finds and holds it, for whoever may decide on it. */
function overCorrection(
  officer: Actor,
  typedNumber: string,
  decide: (tx: Db, row: CredentialRow) => Promise<Reissued>,
): Promise<Reissued> {
  requireOfficer(officer)
  const reading = parseCertificateNumber(typedNumber)
  return transact(async (tx) => {
    const find = async () => {
      const row = 'number' in reading ? await findCredentialRow(reading.number, { readerId: officer.id }, tx) : null
      if (!row) throw new Response('There is no such credential.', { status: 404 })
      return row
    }
    await holdCredentialsOf(tx, (await find()).userId)
    // Read after the holder is held: what another officer did a moment ago is seen here.
    const row = await find()
    return row.isBarred ? general('You have a part in this, so others decide it.') : decide(tx, row)
  })
}

async function issueAgain(tx: Db, row: CredentialRow, { officer, reason, now }: Step): Promise<string> {
  const number = certificateNumber(randomBytes(CERTIFICATE_RANDOM_BYTES))
  const replacing = { actorId: officer.id, reason }
  const { nameToday: holderName, statusRecordId, note, id: supersedesId } = row
  if (statusRecordId) {
    await signStatuses(tx, [{ statusRecordId, note, number, holderName, supersedesId }], now, replacing)
  } else if (row.course) {
    const { id: before, ...course } = row.course
    const certificate = { ...course, number, holderName, userId: row.userId, issuedAt: now }
    const ids = await insertCertificates(tx, [{ ...certificate, issuedById: officer.id, supersedesId: before }])
    await signCertificates(tx, [...ids.values()], now, replacing)
  }
  return number
}

const openIn = ({ corrections }: CredentialRow) => corrections.find(({ closedAt }) => closedAt === null)

type Closing = { isGranted: boolean; number: string; step: Step }

/** Records what was decided and tells the holder; an open request is answered with it. */
async function closeWith(tx: Db, row: CredentialRow, { isGranted, number, step }: Closing): Promise<void> {
  const { officer, reason, confirmed, now } = step
  const open = openIn(row)
  if (open) await saveAnswer(tx, open.id, { closedById: officer.id, closedAt: now, isGranted, answer: reason })
  await recordAudit(tx, {
    ...{ actor: officer, object: { kind: 'credential', id: row.id }, at: now },
    action: isGranted ? 'credential.reissued' : 'credential.correction-refused',
    details: {
      number: row.number,
      ...(isGranted && { by: number }),
      ...(open && { correctionId: open.id }),
      ...auditedConfirmations(confirmed),
    },
  })
  const params = { title: row.title, number, isGranted }
  await notify(tx, { userId: row.userId, kind: 'correction-answered', params, now })
}
