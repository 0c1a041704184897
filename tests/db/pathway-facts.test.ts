import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { readKeptFacts } from '#app/db/pathway-facts.server.ts'
import { factsOfPortfolio } from '#app/domain/pathway/portfolio-facts.ts'
import type { SupervisionBody } from '#app/domain/portfolio/entry.ts'
import { checkTraining } from '#app/features/accreditation/check-training.server.ts'
import { recordDestroyed } from '#app/features/portfolio/keep-clip.server.ts'
import { correctEntry, keepEntry } from '#app/features/portfolio/keep-entry.server.ts'
import { correctTraining } from '#app/features/portfolio/keep-training.server.ts'
import { ownTraining } from '#app/features/portfolio/view-trainings.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { enterClip, enterTraining, sentTraining } from '#tests/support/evidence.ts'

const nothingAgainst = () => ({})

/** Late in the evening of the 3rd in Sydney, still the 3rd at noon in London. */
const signedAt = new Date('2026-11-03T12:30:00Z')

async function supervisionOf(noor: { id: string; requestId: string }, supervisorId: string) {
  const body: SupervisionBody = {
    on: '2026-11-02',
    startsAt: '18:00',
    timeZone: 'Pacific/Auckland',
    minutes: 60,
    mode: 'individual',
    supervisees: 1,
    caseIds: [],
    supervisorId,
    takenAway: 'Slow down before the third question.',
  }
  const kept = await keepEntry(noor, { kind: 'supervision', body }, nothingAgainst, signedAt)
  if ('faults' in kept) throw new Error('refused')
  const version = await db().portfolioVersion.findFirstOrThrow({ where: { entryId: kept.id } })
  const asked = { entryId: kept.id, version: 1, digest: version.digest, supervisorId, requestedAt: signedAt }
  await db().countersigning.create({
    data: { ...asked, answer: 'signed', answeredAt: signedAt, answeredVia: 'account' },
  })
  return { id: kept.id, body }
}

const factsOf = async (userId: string) => {
  const { people, approvals } = await readKeptFacts([userId])
  const [person] = people
  if (!person) throw new Error('nobody')
  return { ...factsOfPortfolio(person.entries, person), approvals }
}

describe('what is kept, as facts', () => {
  test('a signature counts from the day on which it was given, in the calendar of the person', async () => {
    const noor = await createAccount('Noor', { timeZone: 'Pacific/Auckland' })
    const imre = await createAccount('Imre', { roles: ['supervisor'] })
    const { id } = await supervisionOf(noor, imre.id)
    const { supervision } = await factsOf(noor.id)
    expect(supervision).toMatchObject([{ id, countersignedOn: '2026-11-04', hasReport: true, minutes: 60 }])
  })

  test('a correction takes the signature with it', async () => {
    const noor = await createAccount('Noor')
    const imre = await createAccount('Imre', { roles: ['supervisor'] })
    const { id, body } = await supervisionOf(noor, imre.id)
    const writing = { kind: 'supervision', body: { ...body, minutes: 90 } } as const
    await correctEntry(noor, { id, seenVersion: 1 }, writing, nothingAgainst, signedAt)
    const [fact] = (await factsOf(noor.id)).supervision
    expect(fact).toMatchObject({ minutes: 90 })
    expect(fact?.countersignedOn).toBeUndefined()
  })

  test('a clip stays reviewed when its recording is destroyed', async () => {
    const [noor, imre] = [await createAccount('Noor'), await createAccount('Imre', { roles: ['supervisor'] })]
    const id = await enterClip(noor, imre)
    await db().clipRating.create({
      data: { entryId: id, version: 1, supervisorId: imre.id, ratings: {}, ratedAt: now },
    })
    await recordDestroyed(noor, id, { destroyedOn: '2026-11-01', seenVersion: 1 }, now)
    expect((await factsOf(noor.id)).clips).toMatchObject([{ id, reviewedOn: '2026-11-02' }])
  })

  test('a training is checked as it was seen: a correction is not', async () => {
    const [noor, grace] = [
      await createAccount('Noor'),
      await createAccount('Grace', { roles: ['accreditation_staff'] }),
    ]
    const id = await enterTraining(noor)
    await checkTraining(grace, id, { outcome: 'accepted', note: '', seenVersion: 1 }, now)
    const [training] = (await factsOf(noor.id)).trainings
    expect(training).toMatchObject({ id, checkedOn: '2026-11-02' })
    const { fields } = sentTraining(training?.providerId ?? '', { title: 'Corrected title', seenVersion: 1 })
    const { entry } = await ownTraining(noor, id)
    await correctTraining(noor, entry, { fields, certificate: null, confirmed: [] }, now)
    expect((await factsOf(noor.id)).trainings[0]?.checkedOn).toBeUndefined()
  })

  test('an approval stands with its days, and what staff and the person said with theirs', async () => {
    const noor = await createAccount('Noor')
    const grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
    const imre = await createAccount('Imre', { roles: ['supervisor'] })
    await db().supervisorApproval.create({
      data: { userId: imre.id, startsOn: new Date('2025-01-01'), approvedById: grace.id, approvedAt: signedAt },
    })
    const check = { userId: noor.id, requirementId: 'weekly', checkedOn: new Date('2026-11-01'), checkedAt: signedAt }
    await db().staffCheck.create({
      data: { ...check, subject: 'requirement', isAccepted: true, checkedById: grace.id },
    })
    await db().staffCheck.create({ data: { ...check, subject: 'attestation', isAccepted: true, checkedById: noor.id } })
    const facts = await factsOf(noor.id)
    expect(facts.approvals).toEqual([{ subject: 'supervisor', id: imre.id, from: '2025-01-01' }])
    expect(facts.staffChecks).toEqual([{ requirementId: 'weekly', on: '2026-11-01', outcome: 'accepted', note: '' }])
    expect(facts.attestations).toMatchObject([{ requirementId: 'weekly', on: '2026-11-01' }])
  })

  test('many people are read together, each with their own', async () => {
    const [noor, sol] = [await createAccount('Noor'), await createAccount('Sol')]
    const imre = await createAccount('Imre', { roles: ['supervisor'] })
    await supervisionOf(noor, imre.id)
    const { people } = await readKeptFacts([noor.id, sol.id])
    expect(people.map(({ userId, entries }) => [userId, entries.length]).sort()).toEqual(
      [
        [noor.id, 1],
        [sol.id, 0],
      ].sort(),
    )
  })
})
