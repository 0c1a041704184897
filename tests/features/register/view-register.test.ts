import { beforeEach, describe, expect, test } from 'vitest'
import { countQueries } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import type { Listing } from '#app/domain/register.ts'
import type { RegisterQuery } from '#app/features/register/asked.ts'
import { keepListing, leaveRegister } from '#app/features/register/own-listing.server.ts'
import { viewListedPerson, viewRegister } from '#app/features/register/view-register.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { happens, holdNote, holdStatus, reissue } from '#tests/support/held-statuses.ts'

const listing: Listing = {
  showsProfession: true,
  town: 'Zürich',
  country: 'CH',
  languages: ['de', 'fr'],
  worksWith: ['adults'],
  isIndexable: false,
}
const bare: Listing = { ...listing, showsProfession: false, town: '', country: '', languages: [], worksWith: [] }

async function listed(name: string, shown: Listing = listing, title?: string) {
  const person = await createAccount(name)
  const status = await holdStatus(person, title ? { title } : {})
  await keepListing(person, shown, now)
  return { person, status }
}

const ask = (query: Partial<RegisterQuery> = {}, at = now) => viewRegister({ page: 1, ...query }, at)
const namesOf = async (query: Partial<RegisterQuery> = {}, at = now) =>
  (await ask(query, at)).rows.map(({ name }) => name)

describe('who is found', () => {
  beforeEach(async () => {
    await listed('Müller')
    await listed('Łucja', bare, 'Basistherapeut')
  })

  test.each<[string, Partial<RegisterQuery>, string[]]>([
    ['nothing is asked', {}, ['Łucja', 'Müller']],
    ['a name is typed without its marks', { name: 'muller' }, ['Müller']],
    ['a name is typed without a letter that has none', { name: 'LUC' }, ['Łucja']],
    ['a name holds a sign of the search itself', { name: '%' }, []],
    ['a profession is asked for', { profession: 'nurse' }, ['Müller']],
    ['another profession is', { profession: 'psychiatrist' }, []],
    ['a country is', { country: 'CH' }, ['Müller']],
    ['a town is', { town: 'zurich' }, ['Müller']],
    ['a language is', { language: 'fr' }, ['Müller']],
    ['another language is', { language: 'en' }, []],
    ['with whom they work is', { worksWith: 'adults' }, ['Müller']],
    ['a status is', { title: 'Basistherapeut' }, ['Łucja']],
    ['a state is', { state: 'valid' }, ['Łucja', 'Müller']],
    ['a state that nobody is in', { state: 'revoked' }, []],
    ['everything is', { name: 'm', country: 'CH', language: 'de', state: 'valid' }, ['Müller']],
  ])('when %s', async (_, query, names) => {
    expect(await namesOf(query)).toEqual(names)
  })

  test('is found by nothing that they do not show', async () => {
    for (const query of [{ profession: 'nurse' }, { country: 'GB' }, { town: 'Leeds' }])
      expect(await namesOf({ name: 'lucja', ...query })).toEqual([])
  })

  test('choices are those that somebody has', async () => {
    const { countries, languages, titles } = await ask()
    expect(countries).toEqual([{ value: 'CH', label: 'Switzerland' }])
    expect(languages.map(({ label }) => label)).toEqual(['French', 'German'])
    expect(titles).toEqual(['Basistherapeut', 'MBT practitioner'])
  })

  test('is asked of the database once', async () => {
    const { queries } = await countQueries(() => ask({ name: 'm', state: 'valid', on: '2026-01-01' }))
    expect(queries()).toBe(1)
  })

  test('leaves no address, e-mail or id in the answer', async () => {
    const said = JSON.stringify(await ask())
    expect(said).not.toMatch(/people\.example|[0-9a-f]{8}-[0-9a-f]{4}/)
  })
})

test('somebody who holds a status and did not ask to be listed is not found, nor whoever has left', async () => {
  await holdStatus(await createAccount('Noor'))
  const { person } = await listed('Ada')
  await leaveRegister(person, now)
  expect(await ask()).toMatchObject({ rows: [], found: 0, countries: [], languages: [], titles: [] })
})

describe('a status', () => {
  let person: Actor
  let status: Awaited<ReturnType<typeof holdStatus>>

  beforeEach(async () => {
    ;({ person, status } = await listed('Noor'))
  })

  const standingOn = async (on?: string, at = now) => (await ask({ on }, at)).rows[0]?.statuses[0]?.standing

  test('that is suspended is shown so, on the days of the suspension alone', async () => {
    await happens(status, 'suspended', new Date('2026-05-01T10:00:00Z'), new Date('2026-06-01T00:00:00Z'))
    expect(await standingOn('2026-04-30')).toEqual({ state: 'valid' })
    expect(await standingOn('2026-05-01')).toMatchObject({ state: 'suspended', until: new Date('2026-06-01') })
    expect(await standingOn('2026-06-01')).toEqual({ state: 'valid' })
    expect(await namesOf({ state: 'suspended', on: '2026-05-20' })).toEqual(['Noor'])
    expect(await namesOf({ state: 'suspended' })).toEqual([])
  })

  test.each(['revoked', 'lapsed'] as const)(
    'that was %s stays with that state for two years, and then goes',
    async (kind) => {
      await happens(status, kind, now)
      expect(await standingOn()).toMatchObject({ state: kind, since: now })
      const later = new Date('2028-11-02T08:59:00Z')
      expect(await standingOn(undefined, later)).toMatchObject({ state: kind })
      const tooLate = new Date('2028-11-02T09:00:00Z')
      expect(await namesOf({}, tooLate)).toEqual([])
      expect(await namesOf({ on: '2026-01-01' }, tooLate)).toEqual([])
    },
  )

  test('that expired goes two years after its end', async () => {
    expect(await standingOn(undefined, new Date('2028-03-03'))).toMatchObject({ state: 'expired' })
    expect(await namesOf({}, new Date('2030-03-02'))).toEqual(['Noor'])
    expect(await namesOf({}, new Date('2030-03-03'))).toEqual([])
  })

  test('is shown on no day before it began', async () => {
    expect(await namesOf({ on: '2025-03-02' })).toEqual([])
    expect(await namesOf({ on: '2025-03-03' })).toEqual(['Noor'])
  })

  test('that was issued again keeps its beginning and goes by its new name, on days before as well', async () => {
    const corrected = await reissue(person, status, { holderName: 'Noor Jansen', issuedAt: new Date('2026-07-01') })
    const [today] = (await ask()).rows
    expect(today).toMatchObject({
      name: 'Noor Jansen',
      statuses: [{ number: corrected.number, since: '2025-03-03' }],
    })
    const [before] = (await ask({ on: '2026-06-30' })).rows
    expect(before).toMatchObject({
      name: 'Noor Jansen',
      statuses: [{ number: status.number, standing: { state: 'valid' } }],
    })
    expect(await namesOf({ name: 'jansen' })).toEqual(['Noor Jansen'])
  })

  test('is shown with the notes that hold beside it, and without them once it does not', async () => {
    await holdNote(person, status, 'group')
    const revoked = await holdNote(person, status, 'individual')
    await happens(revoked, 'revoked')
    expect((await ask()).rows[0]?.notes).toBe('groups')
    await happens(status, 'suspended')
    expect((await ask()).rows[0]?.notes).toBe('')
  })

  test('stands beside another of the same person', async () => {
    await holdStatus(person, { title: 'Basistherapeut', issuedAt: new Date('2026-08-01') })
    const [row] = (await ask({ title: 'MBT practitioner' })).rows
    expect(row?.statuses.map(({ title }) => title)).toEqual(['Basistherapeut', 'MBT practitioner'])
  })
})

test('shows twenty a page and a hundred for any one question, and says that there are more', async () => {
  for (let count = 0; count < 101; count++) await listed(`P${String(count).padStart(3, '0')}`, bare)
  const first = await ask()
  expect(first).toMatchObject({ found: 100, isMore: true, pageCount: 5 })
  expect(first.rows).toHaveLength(20)
  expect((await ask({ page: 5 })).rows.at(-1)?.name).toBe('P099')
  expect(await ask({ name: 'p10' })).toMatchObject({ found: 1, isMore: false, pageCount: 1 })
})

describe('a page of one person', () => {
  test('shows them on a day on which they held nothing yet, by their name', async () => {
    await listed('Noor')
    const [row] = (await ask()).rows
    const { person } = await viewListedPerson(row?.code ?? '', '2024-01-01', now)
    expect(person).toMatchObject({ name: 'Noor', statuses: [] })
  })

  test.each(['0000000000', 'nobody', "' OR 1=1"])('is absent for %s', async (code) => {
    await expect(viewListedPerson(code, undefined, now)).rejects.toMatchObject({ status: 404 })
  })
})
