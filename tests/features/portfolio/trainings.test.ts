import { readdirSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { findOwnEntry, listEntries } from '#app/db/portfolio.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { settings } from '#app/env.server.ts'
import { checkTraining, listTrainings, viewTrainingToCheck } from '#app/features/accreditation/check-training.server.ts'
import { changeProvider, viewProviders } from '#app/features/accreditation/manage-providers.server.ts'
import { openFile } from '#app/features/portfolio/download-file.server.ts'
import { takeEntryOut } from '#app/features/portfolio/keep-entry.server.ts'
import { correctTraining, keepTraining } from '#app/features/portfolio/keep-training.server.ts'
import { OTHER_PROVIDER, trainingForm } from '#app/features/portfolio/training-form.ts'
import { viewTraining, viewTrainings } from '#app/features/portfolio/view-trainings.server.ts'
import { checkFields } from '#app/http/form.server.ts'
import { createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import { certificateOf, createProvider, enterTraining, PNG, sentTraining } from '#tests/support/evidence.ts'
import { writeInto } from '#tests/support/kept-forms.ts'
import { PDF } from '#tests/support/pdf.ts'

let noor: Actor
let sol: Actor
let grace: Actor

beforeEach(async () => {
  noor = await createAccount('Noor')
  sol = await createAccount('Sol')
  grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
})

/** How many files lie in the store, each with its description beside it. */
const storedFiles = () =>
  readdirSync(settings().storageFolder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.dat'))
    .length

const accept = { outcome: 'accepted', note: '', seenVersion: 1 } as const
const standingOf = async (id: string) => (await viewTraining(noor, id)).training.standing
const fileOf = (entryId: string) => db().storedFile.findFirstOrThrow({ where: { entryId }, orderBy: { id: 'desc' } })

async function entryOf(id: string) {
  const entry = await findOwnEntry(noor.id, id)
  if (!entry) throw new Error('there is none')
  return entry
}

describe('a training elsewhere', () => {
  test('is kept with its certificate, which lies under a key that tells nothing', async () => {
    const before = storedFiles()
    const id = await enterTraining(noor)
    const file = await fileOf(id)
    expect(file).toMatchObject({ ownerId: noor.id, name: 'certificate.pdf', bytes: PDF.byteLength })
    expect(file.key).not.toContain(noor.id)
    expect(storedFiles()).toBe(before + 1)
    expect(await standingOf(id)).toBe('waiting')
  })

  test('asks for what was left empty, hours as well, in words', () => {
    const sent = checkFields({ provider: '', liveHours: '', selfGuidedHours: '0' }, trainingForm)
    expect(sent).toMatchObject({
      ok: false,
      fault: { errors: { provider: ['Choose who gave it.'], liveHours: ['Enter a number of hours, or 0.'] } },
    })
    expect(sent).not.toHaveProperty('fault.errors.selfGuidedHours')
  })

  test('without a certificate, or with a fault, leaves nothing behind', async () => {
    const before = storedFiles()
    const provider = await createProvider('North School')
    const none = await keepTraining(noor, { ...sentTraining(provider), certificate: null }, now)
    expect(none).toEqual({ faults: { certificate: expect.any(String) } })
    expect(await keepTraining(noor, sentTraining(provider, { days: 9 }), now)).toHaveProperty('faults.days')
    expect(await keepTraining(noor, sentTraining(noor.id), now)).toHaveProperty('faults.provider')
    expect(storedFiles()).toBe(before)
    expect(await db().storedFile.count()).toBe(0)
    expect(await listEntries(noor.id)).toEqual([])
  })

  test('that cannot be recorded takes its file away again', async () => {
    const before = storedFiles()
    const provider = await createProvider('North School')
    const sent = sentTraining(provider)
    const broken = { ...sent, certificate: { ...certificateOf(), sha256: null as never } }
    await expect(keepTraining(noor, broken, now)).rejects.toThrow()
    expect(storedFiles()).toBe(before)
    expect(await listEntries(noor.id)).toEqual([])
  })

  test('sent twice at the same instant is kept once, with one file', async () => {
    const before = storedFiles()
    const provider = await createProvider('North School')
    const kept = await Promise.all([1, 2].map(() => keepTraining(noor, sentTraining(provider), now)))
    expect(kept.filter((one) => 'id' in one)).toHaveLength(1)
    expect(storedFiles()).toBe(before + 1)
    expect(await db().storedFile.count()).toBe(1)
  })

  test('is looked at again after a correction, and another file is a correction', async () => {
    const id = await enterTraining(noor)
    expect(await checkTraining(grace, id, accept, now)).toBeNull()
    expect(await standingOf(id)).toBe('counts')
    const { fields } = sentTraining((await viewProviders())[0]?.id ?? '', { seenVersion: 1 })
    const other = { fields, certificate: { ...certificateOf(PNG), mediaType: 'image/png' as const }, confirmed: [] }
    expect(await correctTraining(noor, await entryOf(id), other, now)).toEqual({ id })
    expect(await standingOf(id)).toBe('waiting')
    expect((await viewTraining(noor, id)).training.files).toMatchObject([
      { mediaType: 'image/png' },
      { mediaType: 'application/pdf' },
    ])
  })

  test('that is sent again as it is changes nothing, and the second file is not kept', async () => {
    const id = await enterTraining(noor)
    await checkTraining(grace, id, accept, now)
    const before = storedFiles()
    const provider = (await viewProviders())[0]?.id ?? ''
    const again = sentTraining(provider, { seenVersion: 1 })
    expect(await correctTraining(noor, await entryOf(id), again, now)).toEqual({ id })
    expect(await correctTraining(noor, await entryOf(id), { ...again, certificate: null }, now)).toEqual({ id })
    expect(storedFiles()).toBe(before)
    expect(await standingOf(id)).toBe('counts')
  })

  test('is nobody else’s', async () => {
    const id = await enterTraining(noor)
    expect(await viewTrainings(sol)).toEqual([])
    await expect(viewTraining(sol, id)).rejects.toMatchObject({ status: 404 })
    await expect(
      correctTraining(sol, await entryOf(id), sentTraining((await viewProviders())[0]?.id ?? ''), now),
    ).rejects.toMatchObject({ status: 404 })
  })
})

describe('a certificate', () => {
  test('is opened by its owner and by staff, which the audit trail tells, and by nobody else', async () => {
    const { id } = await fileOf(await enterTraining(noor))
    for (const person of [noor, grace]) {
      const { content } = await openFile(person, id, now)
      expect(new Uint8Array(await new Response(content).arrayBuffer())).toEqual(PDF)
    }
    const strangers = [
      sol,
      await createAccount('Lena', { roles: ['training_lead'] }),
      await createAccount('Imre', { roles: ['supervisor'] }),
    ]
    for (const person of strangers) await expect(openFile(person, id, now)).rejects.toMatchObject({ status: 404 })
    const audited = await db().auditEntry.findMany({
      where: { action: 'stored-file.downloaded' },
      orderBy: { id: 'asc' },
    })
    expect(audited.map(({ actorId, objectId, details }) => ({ actorId, objectId, details }))).toEqual([
      { actorId: noor.id, objectId: id, details: { isOwner: true } },
      { actorId: grace.id, objectId: id, details: { isOwner: false } },
    ])
  })
})

describe('checking trainings', () => {
  test('shows the longest waiting first, and none of one’s own', async () => {
    const provider = await createProvider('North School', '2020-01-01')
    const staff = await createAccount('Ines', { roles: ['trainee', 'accreditation_staff'] })
    const at = (hour: number) => new Date(now.getTime() + hour * 3_600_000)
    await keepTraining(sol, sentTraining(provider), at(2))
    await keepTraining(noor, sentTraining(provider), at(1))
    const own = await keepTraining(staff, sentTraining(provider), at(0))
    const { trainings } = await listTrainings(staff, { page: 1, isChecked: false })
    expect(trainings.map(({ ownerName }) => ownerName)).toEqual(['Noor', 'Sol'])
    const ownId = 'id' in own ? own.id : ''
    await expect(viewTrainingToCheck(staff, ownId)).rejects.toMatchObject({ status: 404 })
    await expect(checkTraining(staff, ownId, accept, now)).rejects.toMatchObject({ status: 404 })
  })

  test('tells the trainee what was found, and moves the training to the checked ones', async () => {
    const id = await enterTraining(noor)
    const refusal = { outcome: 'refused', note: 'The certificate names another person.', seenVersion: 1 } as const
    const isKept = await writeInto(grace, 'training-check', id)
    expect(await checkTraining(grace, id, refusal, now)).toBeNull()
    expect(await isKept()).toBe(false)
    expect(await standingOf(id)).toBe('refused')
    expect(await mailsFor(noor.email)).toEqual(['training-checked'])
    expect((await viewTraining(noor, id)).checks).toMatchObject([
      { isAccepted: false, note: refusal.note, checkedOn: '2026-11-02' },
    ])
    expect((await listTrainings(grace, { page: 1, isChecked: false })).trainings).toEqual([])
    expect((await listTrainings(grace, { page: 1, isChecked: true })).trainings).toHaveLength(1)
  })

  test('is of the version that was seen', async () => {
    const id = await enterTraining(noor)
    const { fields } = sentTraining((await viewProviders())[0]?.id ?? '', {
      seenVersion: 1,
      title: 'Basic training, corrected',
    })
    await correctTraining(noor, await entryOf(id), { fields, certificate: null, confirmed: [] }, now)
    expect(await checkTraining(grace, id, accept, now)).toContain('corrected')
    expect(await checkTraining(grace, id, { ...accept, seenVersion: 2 }, now)).toBeNull()
  })

  test('finds nothing that was taken out', async () => {
    const id = await enterTraining(noor)
    await takeEntryOut(noor, id, () => ({}), now)
    await expect(checkTraining(grace, id, accept, now)).rejects.toMatchObject({ status: 404 })
  })
})

describe('a provider', () => {
  const asked = (as: Actor, providerName = 'School of the North') =>
    keepTraining(as, sentTraining(OTHER_PROVIDER, { provider: OTHER_PROVIDER, providerName }), now)

  test('that a trainee asks for is in nobody else’s list until staff approve it; then its trainings count', async () => {
    const kept = await asked(noor)
    const id = 'id' in kept ? kept.id : ''
    await checkTraining(grace, id, accept, now)
    expect(await standingOf(id)).toBe('provider-not-approved')
    expect((await viewTraining(sol, id).catch(() => null))?.providers ?? []).toEqual([])
    const [provider] = await viewProviders()
    expect(provider).toMatchObject({ name: 'School of the North', isAskedFor: true, askedBy: 'Noor', trainings: 1 })

    const days = { startsOn: '2026-01-01', endsOn: null, note: '' }
    await changeProvider(grace, { intent: 'approve', provider: provider?.id ?? '', ...days }, now)
    expect(await standingOf(id)).toBe('counts')
  })

  test('of the same name is one, however it is written and whoever asks at the same instant', async () => {
    const kept = await Promise.all([asked(noor), asked(sol)])
    expect(kept.filter((one) => 'id' in one)).toHaveLength(2)
    await asked(await createAccount('Ada'), 'SCHOOL of the North')
    expect(await db().provider.count()).toBe(1)
  })

  test('whose approval ended counts for the days before', async () => {
    const id = await enterTraining(noor)
    await checkTraining(grace, id, accept, now)
    const approval = await db().providerApproval.findFirstOrThrow()
    const end = (lastDay: string) => changeProvider(grace, { intent: 'end', approval: approval.id, lastDay }, now)
    expect(await end('2026-06-30')).toBeNull()
    expect(await standingOf(id)).toBe('counts')
    expect(await end('2026-02-03')).toBeNull()
    expect(await standingOf(id)).toBe('provider-not-approved')
    expect(await end('2026-12-31')).toMatchObject({ field: 'lastDay' })
    expect(await end('2019-12-31')).toMatchObject({ field: 'lastDay' })
  })

  test('is not added twice, and is declined only while it is asked for', async () => {
    const days = { startsOn: '2026-01-01', endsOn: null, note: '' }
    expect(await changeProvider(grace, { intent: 'add', name: 'North School', ...days }, now)).toBeNull()
    expect(await changeProvider(grace, { intent: 'add', name: 'north school', ...days }, now)).toMatchObject({
      field: 'name',
    })
    const [provider] = await viewProviders()
    await changeProvider(grace, { intent: 'decline', provider: provider?.id ?? '' }, now)
    expect((await viewProviders())[0]).toMatchObject({ isDeclined: false })
    expect(await db().auditEntry.count({ where: { objectKind: 'provider' } })).toBe(2)
  })
})
