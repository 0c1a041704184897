import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { isListingCode, type Listing } from '#app/domain/register.ts'
import { keepListing, leaveRegister, readOwnListing } from '#app/features/register/own-listing.server.ts'
import { viewListedPerson } from '#app/features/register/view-register.server.ts'
import { auditedActions, createAccount, now } from '#tests/support/accounts.ts'
import { happens, holdStatus } from '#tests/support/held-statuses.ts'

const agreed: Listing = {
  showsProfession: true,
  town: 'Leeds',
  country: 'GB',
  languages: ['en', 'nl'],
  worksWith: ['groups', 'adults'],
  isIndexable: false,
}
const nothing: Listing = { ...agreed, showsProfession: false, town: '', country: '', languages: [], worksWith: [] }

let noor: Actor

beforeEach(async () => {
  noor = await createAccount('Noor')
})

const codeOf = async ({ id }: Actor) => (await db().registerListing.findUniqueOrThrow({ where: { userId: id } })).code

describe('somebody with a status', () => {
  beforeEach(async () => {
    await holdStatus(noor)
  })

  test('is not in the register before they ask for it, and sees what would be shown', async () => {
    const own = await readOwnListing(noor, now)
    expect(own).toMatchObject({
      canBeListed: true,
      isListed: false,
      preview: { name: 'Noor', profession: '', place: '' },
    })
  })

  test('is shown with what they agree to, and it is recorded which fields, not what they say', async () => {
    expect(await keepListing(noor, agreed, now)).toBe('listed')
    const { person } = await viewListedPerson(await codeOf(noor), undefined, now)
    expect(person).toMatchObject({
      ...{ name: 'Noor', profession: 'Nurse', place: 'Leeds, United Kingdom' },
      ...{ languages: ['English', 'Dutch'], worksWith: ['Adults', 'Groups'] },
      statuses: [{ title: 'MBT practitioner', standing: { state: 'valid' } }],
    })
    const [entry] = await db().auditEntry.findMany()
    expect(entry).toMatchObject({ action: 'register.listed', actorId: noor.id, objectId: noor.id })
    expect(JSON.stringify(entry?.details)).not.toContain('Leeds')
  })

  test('is shown with name and status alone when they agree to nothing more', async () => {
    await keepListing(noor, nothing, now)
    const { person } = await viewListedPerson(await codeOf(noor), undefined, now)
    expect(person).toMatchObject({ name: 'Noor', profession: '', place: '', languages: [], worksWith: [] })
  })

  test('sees what a draft would show, while nothing of it is kept', async () => {
    await keepListing(noor, nothing, now)
    expect((await readOwnListing(noor, now, agreed)).preview?.place).toBe('Leeds, United Kingdom')
    expect((await readOwnListing(noor, now)).preview?.place).toBe('')
  })

  test('changes it, and a change of nothing is none', async () => {
    await keepListing(noor, agreed, now)
    expect(await keepListing(noor, { ...agreed, town: 'York' }, now)).toBe('changed')
    expect(await keepListing(noor, { ...agreed, town: 'York' }, now)).toBe('as-before')
    expect(await auditedActions()).toEqual(['register.listed', 'register.changed'])
    const changed = await db().auditEntry.findFirst({ where: { action: 'register.changed' } })
    expect(changed?.details).toEqual({ fields: ['town'], isIndexable: false })
  })

  test('leaves at once, keeps what they had typed, and comes back under the same address', async () => {
    await keepListing(noor, agreed, now)
    const code = await codeOf(noor)
    await leaveRegister(noor, now)
    await expect(viewListedPerson(code, undefined, now)).rejects.toMatchObject({ status: 404 })
    expect(await readOwnListing(noor, now)).toMatchObject({ isListed: false, listing: { town: 'Leeds' } })
    expect(await keepListing(noor, agreed, now)).toBe('listed')
    expect(await codeOf(noor)).toBe(code)
    expect(await auditedActions()).toEqual(['register.listed', 'register.unlisted', 'register.listed'])
  })

  test('is listed once and leaves once, however often a button is pressed', async () => {
    await Promise.all(Array.from({ length: 4 }, () => keepListing(noor, agreed, now)))
    expect(await auditedActions()).toEqual(['register.listed'])
    await Promise.all(Array.from({ length: 4 }, () => leaveRegister(noor, now)))
    expect(await auditedActions()).toEqual(['register.listed', 'register.unlisted'])
  })

  test('has an address that tells nothing of them', async () => {
    await keepListing(noor, agreed, now)
    const code = await codeOf(noor)
    expect(isListingCode(code)).toBe(true)
    expect(noor.id).not.toContain(code)
  })

  test('may still leave when the register shows their status no longer, and cannot be listed anew', async () => {
    await keepListing(noor, agreed, now)
    const { id } = await db().credential.findFirstOrThrow()
    await happens({ id }, 'revoked', now)
    const afterwards = new Date('2028-11-03')
    expect(await readOwnListing(noor, afterwards)).toMatchObject({
      canBeListed: false,
      isListed: true,
      preview: undefined,
    })
    await expect(keepListing(noor, agreed, afterwards)).rejects.toMatchObject({ status: 409 })
    await leaveRegister(noor, afterwards)
    expect(await readOwnListing(noor, afterwards)).toMatchObject({ isListed: false })
  })
})

test('somebody without a status cannot be listed, and leaving changes nothing', async () => {
  expect(await readOwnListing(noor, now)).toMatchObject({ canBeListed: false, isListed: false, preview: undefined })
  await expect(keepListing(noor, agreed, now)).rejects.toMatchObject({ status: 409 })
  await leaveRegister(noor, now)
  expect(await db().registerListing.count()).toBe(0)
  expect(await auditedActions()).toEqual([])
})
