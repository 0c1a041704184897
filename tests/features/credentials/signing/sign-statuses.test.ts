import { beforeEach, describe, expect, test } from 'vitest'
import { countQueries, db } from '#app/db/client.server.ts'
import { openBadgeSchema } from '#app/domain/credential/open-badge.ts'
import { certificateNumber } from '#app/domain/identifiers.ts'
import type { Actor } from '#app/domain/people.ts'
import { viewCredential } from '#app/features/credentials/api/view-credential.server.ts'
import { downloadBadge } from '#app/features/credentials/badge-image.server.ts'
import {
  downloadCertificate,
  downloadCredential,
  viewOwnCertificates,
} from '#app/features/credentials/own-certificates.server.ts'
import { readFile } from '#app/features/credentials/reading/read-file.ts'
import { verifyCertificate } from '#app/features/credentials/verify-certificate.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { verifiesBySecondStack } from '#tests/support/second-stack.ts'
import { awardStatus, publishPathway, signStatus } from '#tests/support/statuses.ts'

const numberOf = (seed: number) => certificateNumber(new Uint8Array(10).fill(seed))
const [FIRST, NOTE, SECOND] = [numberOf(1), numberOf(2), numberOf(3)]

let noor: Actor
let status: string

beforeEach(async () => {
  await publishPathway()
  noor = await createAccount('Noor')
  status = await awardStatus(noor, await createAccount('Grace', { roles: ['accreditation_staff'] }))
})

describe('the credential of a status', () => {
  test('is read on every way by the words of its kind', async () => {
    await signStatus(status, { number: FIRST })
    await signStatus(status, { number: NOTE, note: 'group' })
    const { result, queries } = await countQueries(() => verifyCertificate(FIRST, now))
    expect(queries()).toBe(1)
    expect(result).toMatchObject({
      state: 'valid',
      printed: {
        ...{ kind: 'practitioner_status', number: FIRST, holderName: 'Noor', note: null },
        ...{ pathwayTitle: 'MBT practitioner', pathwayVersion: 3, awardedOn: '2026-11-02', lastDay: '2031-11-01' },
      },
    })
    expect((await viewOwnCertificates(noor, now)).map(({ sheet }) => [sheet.heading, sheet.title])).toEqual([
      ['Practitioner status', 'MBT practitioner'],
      ['Specialist note', 'MBT practitioner: groups'],
    ])
    expect((await viewCredential(NOTE, now)).body).toMatchObject({
      ...{ kind: 'specialist_note', note: 'group', title: 'MBT practitioner: groups', state: 'valid' },
      validUntil: '2031-11-01T23:59:59Z',
    })
  })

  test('holds to the end of its last day, in UTC', async () => {
    await signStatus(status, { number: FIRST })
    const at = (instant: string) => verifyCertificate(FIRST, new Date(instant))
    expect((await at('2031-11-01T23:59:59Z')).state).toBe('valid')
    expect((await at('2031-11-02T00:00:00Z')).state).toBe('expired')
  })

  test('verifies by a second stack, says what was asked, and nothing of any case', async () => {
    await signStatus(status, { number: FIRST })
    const badge = JSON.parse((await downloadCredential(noor, FIRST)).text)
    expect(await verifiesBySecondStack(badge)).toBe(true)
    const { credentialSubject, validUntil } = openBadgeSchema.parse(badge)
    expect(validUntil).toBe('2031-11-01T23:59:59Z')
    expect(credentialSubject.achievement).toMatchObject({
      ...{ name: 'MBT practitioner', achievementType: 'Certification', version: '3' },
      criteria: {
        narrative: 'To meet version 3 of the requirements for “MBT practitioner”: Core profession; Practice.',
      },
    })
    expect(JSON.stringify(badge)).not.toContain(noor.email)
  })

  test('travels in every file, each with the picture of its kind', async () => {
    await signStatus(status, { number: FIRST })
    await signStatus(status, { number: NOTE, note: 'mbt_i' })
    const pictures = []
    for (const number of [FIRST, NOTE]) {
      const credential = JSON.parse((await downloadCredential(noor, number)).text)
      const svg = await downloadBadge(noor, number, 'svg')
      pictures.push(/<title>(.*)<\/title>/.exec(new TextDecoder().decode(svg.bytes))?.[1])
      const files = [
        svg.bytes,
        (await downloadBadge(noor, number, 'png')).bytes,
        (await downloadCertificate(noor, number)).pdf,
      ]
      for (const file of files) expect(await readFile(file)).toEqual({ credential })
    }
    expect(pictures).toEqual(['Stance: practitioner status', 'Stance: specialist note'])
  })

  test('is one for a status and one for each note', async () => {
    await signStatus(status, { number: FIRST })
    await expect(signStatus(status, { number: SECOND })).rejects.toThrow(/Unique constraint/)
    await signStatus(status, { number: NOTE, note: 'group' })
    await expect(signStatus(status, { number: SECOND, note: 'group' })).rejects.toThrow(/Unique constraint/)
    expect(await db().credential.count()).toBe(2)
  })
})

describe('a credential that takes the place of another', () => {
  test('after a correction ends that one with it, and the page of the old leads to the new', async () => {
    const supersedesId = await signStatus(status, { number: FIRST })
    await signStatus(status, { number: SECOND, holderName: 'Noor Jansen', supersedesId })
    expect(await verifyCertificate(FIRST, now)).toMatchObject({ state: 'superseded', since: now, supersededBy: SECOND })
    expect(await verifyCertificate(SECOND, now)).toMatchObject({
      state: 'valid',
      printed: { holderName: 'Noor Jansen' },
    })
  })

  test('for a renewal does so for the status and for each note that goes on', async () => {
    await signStatus(status, { number: FIRST })
    await signStatus(status, { number: NOTE, note: 'group' })
    const renewed = await renewedStatus()
    await signStatus(renewed, { number: SECOND })
    expect(await verifyCertificate(FIRST, now)).toMatchObject({ state: 'superseded', supersededBy: SECOND })
    expect((await verifyCertificate(NOTE, now)).state).toBe('valid')
    await signStatus(renewed, { number: numberOf(4), note: 'group' })
    expect(await verifyCertificate(NOTE, now)).toMatchObject({ state: 'superseded', supersededBy: numberOf(4) })
  })

  test('for a renewal rests on what was done since the one before', async () => {
    const session = (on: string, minutes: number) => ({ on, minutes, countersignedOn: on })
    const supervision = [session('2026-10-01', 600), session('2027-03-01', 60), session('2028-03-01', 60)]
    await signStatus(await renewedStatus({ supervision }), { number: SECOND })
    expect((await downloadCredential(noor, SECOND)).text).toContain('2 hours of countersigned supervision')
  })

  async function renewedStatus(done: object = {}): Promise<string> {
    const before = await db().statusRecord.findUniqueOrThrow({ where: { id: status }, include: { application: true } })
    const { id: _, ...application } = before.application
    const { id } = await db().application.create({ data: { ...application, renewsId: status } })
    const [snapshot] = await db().applicationSnapshot.findMany({ where: { applicationId: before.applicationId } })
    const handedIn = snapshot?.body as { facts: object }
    const body = { ...handedIn, facts: { ...handedIn.facts, ...done } }
    await db().applicationSnapshot.create({ data: { applicationId: id, number: 1, body, digest: '0', takenAt: now } })
    const { application: __, id: ___, ...record } = before
    const days = { grantedOn: new Date('2031-11-02'), validUntil: new Date('2036-11-01') }
    return (await db().statusRecord.create({ data: { ...record, ...days, applicationId: id, renewsId: status } })).id
  }
})
