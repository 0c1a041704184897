import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { createAccount } from '#tests/support/accounts.ts'
import { ask, statementsOf } from '#tests/support/built-app.ts'

const PAGES = [
  '/settings',
  '/settings/password',
  '/settings/sessions',
  '/settings/notices',
  '/settings/keyboard',
  '/notices',
  '/concern',
]

test.each(PAGES)(
  '%s is one’s own: it is answered by at most three statements, and never out of a cache',
  async (page) => {
    const noor = await createAccount('Noor')
    const answer = await ask(page, { as: noor })
    expect(answer.status).toBe(200)
    expect(statementsOf(answer)).toBeLessThanOrEqual(3)
    expect(answer.headers.get('Cache-Control')).toBe('private, no-store')
  },
)

test.each(PAGES)('%s leads somebody who is not signed in there and back', async (page) => {
  const answer = await ask(page)
  expect(answer.status).toBe(302)
  expect(answer.headers.get('Location')).toBe(`/sign-in?${new URLSearchParams({ next: page })}`)
})

describe('the profile', () => {
  test('is saved for whoever is signed in, whatever else the form says', async () => {
    const [noor, ada] = [await createAccount('Noor'), await createAccount('Ada')]
    const form = {
      id: ada.id,
      email: 'root@people.example',
      name: 'Noor Haddad-Öztürk',
      profession: 'nurse',
      regulator: 'NMC',
      registrationNumber: '18A1234E',
      timeZone: 'Europe/Istanbul',
      region: 'CH',
    }
    expect((await ask('/settings?index', { as: noor, form })).status).toBe(302)
    expect(await db().user.findUnique({ where: { id: noor.id } })).toMatchObject({
      name: 'Noor Haddad-Öztürk',
      email: noor.email,
      timeZone: 'Europe/Istanbul',
      region: 'CH',
    })
    expect(await db().user.findUnique({ where: { id: ada.id } })).toMatchObject({ name: 'Ada' })
  })

  test('has every page write dates as its reader does, also while somebody from elsewhere reads', async () => {
    const people = [await createAccount('Noor'), await createAccount('Ada')] as const
    await db().user.update({ where: { id: people[1].id }, data: { region: 'US' } })
    const pages = await Promise.all(people.map(async (as) => (await ask('/settings/sessions', { as })).text()))
    expect(pages.map((page) => /<time [^>]*>([^<]*)</.exec(page)?.[1])).toEqual([
      expect.stringMatching(/^\d+ [A-Z][a-z]+ \d{4}, \d\d:\d\d$/),
      expect.stringMatching(/^[A-Z][a-z]+ \d+, \d{4}, \d+:\d\d [ap]m$/),
    ])
    expect(pages.map((page) => /data-region="(..)"/.exec(page)?.[1])).toEqual(['GB', 'US'])
  })
})

test('single letters as keys are switched off and on again, for oneself alone', async () => {
  const [lena, tomas] = [await createAccount('Lena'), await createAccount('Tomas')]
  const usesLetterKeys = async ({ id }: { id: string }) =>
    (await db().user.findUniqueOrThrow({ where: { id } })).usesLetterKeys
  expect(await usesLetterKeys(lena)).toBe(true)
  const answer = await ask('/settings/keyboard', { as: lena, form: {} })
  expect(answer.headers.get('Location')).toBe('/settings/keyboard')
  expect(await usesLetterKeys(lena)).toBe(false)
  expect(await usesLetterKeys(tomas)).toBe(true)
  await ask('/settings/keyboard', { as: lena, form: { letterKeys: 'on' } })
  expect(await usesLetterKeys(lena)).toBe(true)
})

test('signing out everywhere ends every session, and sends the browser away empty', async () => {
  const noor = await createAccount('Noor')
  await ask('/settings', { as: noor })
  const answer = await ask('/settings/sessions', { as: noor, form: {} })
  expect(answer.headers.get('Location')).toBe('/sign-in?done=signed-out-everywhere')
  expect(answer.headers.get('Clear-Site-Data')).toBe('"storage"')
  expect(await db().session.count()).toBe(0)
})

test('a concern is raised from a page and leads back to it', async () => {
  const noor = await createAccount('Noor')
  const text = 'Something that I read in a lesson worries me about a patient.'
  const answer = await ask('/concern', { as: noor, form: { text, from: '/settings' } })
  expect(answer.headers.get('Location')).toBe('/settings')
  expect(await db().concern.findFirst()).toMatchObject({ text, raisedFrom: '/settings', raisedById: noor.id })
})

const TEXT = 'A vignette answer described what sounded like a real patient of a ward that I know.'

test.each([
  ['what tells all who read concerns', '/concern', 6, { text: TEXT }],
  ['what tells the leads of a course', '/learn/mbt-basic/enrolment', 30, { intent: 'ask-leave' }],
  ['what mails those who get a seat', `/seats/${crypto.randomUUID()}`, 60, { intent: 'make-link' }],
])('%s can be sent so often in an hour and not once more, by one person', async (_, page, times, form) => {
  const [noor, ada] = [await createAccount('Noor'), await createAccount('Ada')]
  const statuses: number[] = []
  for (let time = 0; time <= times; time++) statuses.push((await ask(page, { as: noor, form })).status)
  expect(statuses.indexOf(429)).toBe(times)
  expect((await ask(page, { as: ada, form })).status).not.toBe(429)
})
