import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { createAccount } from '#tests/support/accounts.ts'
import { ask, statementsOf } from '#tests/support/built-app.ts'
import { caseFields, development, signed, treatment } from '#tests/support/portfolio.ts'
import { createSupervisor, keep, sessionWith } from '#tests/support/supervision.ts'

let noor: Actor
let imre: Actor

beforeEach(async () => {
  noor = await createAccount('Noor')
  imre = await createSupervisor('Imre')
})

const session = (changes: Record<string, string> = {}) => ({
  on: '2026-10-26',
  startsAt: '10:00',
  minutes: '60',
  mode: 'individual',
  supervisees: '',
  supervisorId: imre.id,
  takenAway: 'To slow down before the challenge.',
  ...changes,
})

async function expectRefused(address: string, form: Record<string, string>, ...sentences: string[]): Promise<void> {
  const answer = await ask(address, { as: noor, form })
  const page = await answer.text()
  expect({ address, status: answer.status }).toEqual({ address, status: 400 })
  for (const sentence of sentences) expect(page).toContain(sentence)
}

describe('a form of the portfolio that cannot be meant comes back with all that was typed', () => {
  const kept = 'To slow down before the challenge.'

  test.each([
    ['25 hours', { minutes: '1500' }, '1500 minutes are 25 hours'],
    ['no number', { minutes: 'an hour' }, 'Minutes as a whole number.'],
    ['a day ahead', { on: '2100-01-01' }, 'This day lies ahead.'],
    ['no day', { on: '2026-02-30' }, 'Choose a day.'],
    ['no time', { startsAt: '25:00' }, 'Choose a time.'],
    ['a group of one', { mode: 'group', supervisees: '1' }, 'A group has two supervisees or more'],
    [
      'a supervisor who was typed',
      { supervisorId: 'a.friend@mail.example' },
      'Choose one of the approved supervisors.',
    ],
  ])('a session of supervision with %s', async (_, changes, sentence) => {
    await expectRefused('/portfolio/supervision/new', session(changes), sentence, kept)
    expect(await db().portfolioEntry.count()).toBe(0)
  })

  test('a case that ended before it began, or that a counsellor diagnosed', async () => {
    const changes = { endedOn: '2026-03-01', diagnosedBy: 'counsellor' }
    await expectRefused(
      '/portfolio/cases/new',
      caseFields(changes),
      'A case cannot end before it began.',
      'A counsellor may not diagnose.',
      'value="2026-03-01"',
    )
  })

  test('days of sessions that could not be read, in the words in which they were typed', async () => {
    const id = await keep(noor, 'case', treatment)
    const form = {
      intent: 'add-sessions',
      on: '2026-03-09',
      minutes: '50',
      rhythm: 'week',
      until: '2026-03-30',
      also: '',
      without: 'Easter',
    }
    await expectRefused(`/portfolio/cases/${id}`, form, '“Easter” could not be read as a day.', '>Easter</textarea>')
  })

  test('development of more hours in company than in all', async () => {
    const form = {
      on: '2026-10-01',
      method: 'course',
      topic: 'Epistemic trust',
      hours: '2',
      participatoryHours: '3',
      reflection: 'To ask.',
    }
    await expectRefused('/portfolio/cpd/new', form, 'No more than the hours as a whole.', 'Epistemic trust')
  })

  test('a reflection of which half is missing', async () => {
    const form = { on: '2026-10-05', title: 'A silence', description: 'There was a silence.', feelings: '' }
    await expectRefused('/portfolio/reflections/new', form, 'Write something here.', 'There was a silence.')
  })

  test('what may identify somebody, highlighted where it stands', async () => {
    const takenAway = 'Write to a.patient@mail.example before Tuesday.'
    await expectRefused(
      '/portfolio/supervision/new',
      session({ takenAway }),
      'could this identify somebody?',
      '<mark>a.patient@mail.example</mark>',
    )
    expect(await db().portfolioEntry.count()).toBe(0)
  })

  test.each(['/portfolio/supervision/new', '/portfolio/cases/new', '/portfolio/cpd/new', '/portfolio/reflections/new'])(
    'nothing at all, to %s',
    (address) => expectRefused(address, {}),
  )
})

test('a session from before the approval is kept, and the next page says that it will not count', async () => {
  const answer = await ask('/portfolio/supervision/new', { as: noor, form: session({ on: '2025-12-31' }) })
  expect(answer.status).toBe(302)
  expect(decodeURIComponent(answer.headers.get('Set-Cookie') ?? '')).toContain('It will not count')
  expect(await (await ask('/portfolio/supervision', { as: noor })).text()).toContain('Before the approval')
})

test('the next session of a case is offered as long as its last', async () => {
  const sessions = [50, 90].map((minutes, week) => ({ on: `2026-03-0${week + 1}`, minutes }))
  const id = await keep(noor, 'case', { ...treatment, sessions })
  expect(await (await ask(`/portfolio/cases/${id}`, { as: noor })).text()).toMatch(/name="minutes"[^>]*value="90"/)
})

test('what a change does to a signature is said before it is sent, and afterwards', async () => {
  const id = await keep(noor, 'supervision', sessionWith(imre.id))
  await signed(id, imre.id)
  const address = `/portfolio/supervision/${id}`
  expect(await (await ask(address, { as: noor })).text()).toContain('A change voids the signature')
  const form = { ...session({ on: '2026-10-05', startsAt: '16:00', minutes: '45' }), intent: 'keep', seenVersion: '1' }
  expect((await ask(address, { as: noor, form })).status).toBe(302)
  expect(await (await ask(address, { as: noor })).text()).toContain('Its signature is void')
  const history = await (await ask(`/portfolio/entries/${id}`, { as: noor })).text()
  expect(history).toContain('void since this version was corrected')
})

test('a form that was filled in from an older version changes nothing and keeps what was typed', async () => {
  const id = await keep(noor, 'cpd', development)
  const form = (hours: string) => ({
    intent: 'keep',
    seenVersion: '1',
    on: '2026-10-01',
    method: 'reading',
    topic: 'Epistemic trust',
    hours,
    participatoryHours: '0',
    reflection: 'To ask before I explain.',
  })
  expect((await ask(`/portfolio/cpd/${id}`, { as: noor, form: form('3') })).status).toBe(302)
  await expectRefused(`/portfolio/cpd/${id}`, form('4'), 'This was changed elsewhere meanwhile.', 'value="4"')
})

test('a portfolio of many entries takes no more statements than an empty one', async () => {
  const pages = ['/portfolio', '/portfolio/cases', '/portfolio/supervision', '/portfolio/cpd', '/portfolio/reflections']
  const statements = async () => {
    const answers = await Promise.all(pages.map((address) => ask(address, { as: noor })))
    return answers.map(statementsOf)
  }
  const empty = await statements()
  for (let day = 1; day <= 28; day++) {
    const on = `2026-09-${`${day}`.padStart(2, '0')}`
    await keep(noor, 'supervision', sessionWith(imre.id, { on }))
    await keep(noor, 'cpd', { ...development, on })
  }
  expect(await statements()).toEqual(empty)
})
