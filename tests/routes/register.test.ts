import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { CERTIFICATE_RANDOM_BYTES, certificateNumber } from '#app/domain/identifiers.ts'
import type { Actor } from '#app/domain/people.ts'
import type { Listing } from '#app/domain/register.ts'
import { keepListing } from '#app/features/register/own-listing.server.ts'
import { createAccount } from '#tests/support/accounts.ts'
import { ask, statementsOf } from '#tests/support/built-app.ts'
import { holdStatus } from '#tests/support/held-statuses.ts'

const shown: Listing = {
  ...{
    showsProfession: true,
    town: 'Leeds',
    country: 'GB',
    languages: ['en'],
    worksWith: ['groups'],
    isIndexable: false,
  },
}

let noor: Actor

beforeEach(async () => {
  noor = await createAccount('Noor')
  await holdStatus(noor)
})

async function listed(listing: Partial<Listing> = {}): Promise<string> {
  await keepListing(noor, { ...shown, ...listing }, new Date())
  const { code } = await db().registerListing.findUniqueOrThrow({ where: { userId: noor.id } })
  return `/register/${code}`
}

const robotsOf = (answer: Response) => answer.headers.get('X-Robots-Tag')

describe('the list', () => {
  test('is asked for with two statements, the limit’s own among them, and is for no search engine', async () => {
    await listed()
    const answer = await ask('/register?name=noor&state=valid')
    expect([answer.status, statementsOf(answer), robotsOf(answer)]).toEqual([200, 2, 'noindex'])
    expect(await answer.text()).toContain('Leeds, United Kingdom')
  })

  test.each([
    ['2100-01-01', 'This day is still to come.'],
    ['yesterday', 'Write the day as year, month and day'],
    ['2026-02-30', 'Write the day as year, month and day'],
  ])('comes back with what was typed for the day %s and what is wrong with it', async (on, fault) => {
    const answer = await ask(`/register?on=${on}`)
    const page = await answer.text()
    expect(answer.status).toBe(400)
    expect(page).toContain(`value="${on}"`)
    expect(page).toContain(fault)
  })

  test('takes anything that makes no sense as not asked', async () => {
    await listed()
    for (const search of ['page=99', 'state=odd', 'profession=king', 'name=', `name=${'a'.repeat(500)}`, 'worksWith=1'])
      expect(await (await ask(`/register?${search}`)).text()).toContain('1 person')
  })

  test('is not sent again to whoever has it, and is when somebody leaves', async () => {
    await listed()
    const tag = (await ask('/register')).headers.get('ETag') ?? ''
    expect((await ask('/register', { headers: { 'if-none-match': tag } })).status).toBe(304)
    await ask('/settings/register', { as: noor, form: { intent: 'leave' } })
    const after = await ask('/register', { headers: { 'if-none-match': tag } })
    expect(after.status).toBe(200)
    expect(await after.text()).not.toContain('Noor')
  })

  test('is held back from an address that asks again and again, the pages of people with it', async () => {
    const page = await listed()
    const from = { 'x-stance-client-address': '10.0.0.9' }
    for (let count = 0; count < 150; count++) await ask('/register?name=nobody', { headers: from })
    for (const address of ['/register', page]) {
      const refused = await ask(address, { headers: from })
      expect(refused.status).toBe(429)
      expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
    }
    expect((await ask('/register')).status).toBe(200)
  })
})

describe('a person’s page', () => {
  test('is for search engines only if the person said so, and never for a day of its own', async () => {
    const page = await listed()
    expect(robotsOf(await ask(page))).toBe('noindex')
    expect(await (await ask(page)).text()).toContain('<meta name="robots" content="noindex"')
    await listed({ isIndexable: true })
    expect(robotsOf(await ask(page))).toBeNull()
    expect(await (await ask(page)).text()).not.toContain('name="robots"')
    expect(robotsOf(await ask(`${page}?on=2026-01-01`))).toBe('noindex')
  })

  test('leads to the page of the number', async () => {
    const { number } = await db().credential.findFirstOrThrow()
    expect(await (await ask(await listed())).text()).toContain(`href="/verify/${number}"`)
  })

  test('holds no address of the person and no id of theirs', async () => {
    const html = await (await ask(await listed())).text()
    expect(html).not.toContain(noor.email)
    expect(html).not.toContain(noor.id)
  })
})

describe('the settings', () => {
  const send = (form: Record<string, string>, as = noor) => ask('/settings/register', { as, form })

  test('list somebody by a form, without scripts', async () => {
    const answer = await send({
      intent: 'list',
      showsProfession: 'on',
      languages: 'English and dutch',
      worksWith: 'groups',
    })
    expect(answer.headers.get('Location')).toBe('/settings/register')
    expect(await db().registerListing.findFirst()).toMatchObject({
      ...{
        showsProfession: true,
        languages: ['en', 'nl'],
        worksWith: ['groups'],
        isIndexable: false,
        unlistedAt: null,
      },
    })
  })

  test.each([
    ['languages', { languages: 'English, Klingon', town: '' }, 'We do not know “Klingon”'],
    ['country', { town: 'Leeds' }, 'Choose the country of the town as well.'],
    ['worksWith', { worksWith: 'dragons', town: '' }, 'Choose from the list.'],
    ['town', { town: 'x'.repeat(81), country: 'GB' }, 'Use at most 80 characters.'],
  ])('come back with what was typed when %s cannot be taken', async (_, form: Record<string, string>, fault) => {
    const answer = await send({ intent: 'list', ...form })
    const page = await answer.text()
    expect(answer.status).toBe(400)
    expect(page).toContain(fault)
    for (const typed of [form.languages, form.town].filter(Boolean)) expect(page).toContain(`value="${typed}"`)
    expect(await db().registerListing.count()).toBe(0)
  })

  test('show what the public would see, and keep nothing of it', async () => {
    const page = await (await send({ intent: 'preview', town: 'York', country: 'GB', languages: '' })).text()
    expect(page).toContain('York, United Kingdom')
    expect(page).toContain('Nothing is kept yet.')
    expect(await db().registerListing.count()).toBe(0)
  })

  test('tell whoever holds no status what the register is, and list nobody', async () => {
    const ada = await createAccount('Ada')
    expect(await (await ask('/settings/register', { as: ada })).text()).toContain('What the register is')
    expect((await send({ intent: 'list', languages: '', town: '' }, ada)).status).toBe(409)
  })
})

describe('the check of many numbers', () => {
  const NEVER_ISSUED = 'STN-0000-0000-0000-0000-0'
  const from = (place: string) => ({ 'x-stance-client-address': place })
  const check = (list: string, place = '10.0.0.1') => ask('/register/check', { form: { list }, headers: from(place) })

  /** Well-formed numbers that nobody was given. */
  const unknownNumbers = (count: number) =>
    Array.from({ length: count }, (_, index) => {
      const random = new Uint8Array(CERTIFICATE_RANDOM_BYTES).fill(7)
      random.set([index >> 8, index & 255])
      return certificateNumber(random)
    }).join('\n')

  test('answers on the page, by one statement, and as a file', async () => {
    const { number } = await db().credential.findFirstOrThrow()
    const list = `number;who\r\n${number};Noor\r\n${NEVER_ISSUED.slice(0, -1)}1;Ada`
    const answer = await check(list)
    const page = await answer.text()
    expect([answer.status, statementsOf(answer)]).toEqual([200, 1])
    expect(page).toContain('2 numbers: 1 valid, 1 mistyped')
    const file = await ask('/register/check.csv', { form: { list } })
    expect(file.headers.get('Content-Disposition')).toBe('attachment; filename="stance-check.csv"')
    expect(await file.text()).toContain(`2,${number},${number},valid,`)
  })

  test('comes back with the list and what is wrong with it', async () => {
    const answer = await check('number,name')
    expect(answer.status).toBe(400)
    const page = await answer.text()
    expect(page).toContain('There is no number in this list, only its first line.')
    expect(page).toContain('number,name</textarea>')
    expect((await ask('/register/check.csv', { form: { list: '' } })).status).toBe(400)
  })

  test('counts unknown numbers against whoever guesses, answers a list whole, and lets its answer be downloaded', async () => {
    const list = unknownNumbers(400)
    const answer = await check(list)
    expect(answer.status).toBe(200)
    const [, answered = ''] = /name="answered" value="([^"]+)"/.exec(await answer.text()) ?? []
    const download = (form: Record<string, string>) => ask('/register/check.csv', { form, headers: from('10.0.0.1') })
    expect((await download({ list, answered })).status).toBe(200)
    expect((await download({ list: `${list}\n${NEVER_ISSUED}`, answered })).status).toBe(429)
    expect((await check(NEVER_ISSUED)).status).toBe(429)
    expect((await ask(`/verify/${NEVER_ISSUED}`, { headers: from('10.0.0.1') })).status).toBe(429)
    const { number } = await db().credential.findFirstOrThrow()
    expect((await check(number)).status).toBe(200)
    expect((await check(NEVER_ISSUED, '10.0.0.2')).status).toBe(200)
  })
})
