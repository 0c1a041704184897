import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Actor } from '#app/domain/people.ts'
import { addTrainee } from '#app/features/cohorts/add-trainee.server.ts'
import { createCohort } from '#app/features/cohorts/create-cohort.server.ts'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { ask } from '#tests/support/built-app.ts'
import { everyAddress } from '#tests/support/every-address.ts'
import {
  createCourse,
  createScript,
  createVignette,
  type PublishedVignette,
  passingMark,
  type Script,
} from '#tests/support/scripts.ts'

const submittedAt = new Date('2026-10-29T13:47:11.123Z')

let lena: Actor
let tomas: Actor
let yetunde: Actor
let vignette: PublishedVignette
let cohortId: string
let script: Script

beforeEach(async () => {
  // The marker's own times are shown to them: held still, so that none of them is ever the trainee's by chance.
  vi.useFakeTimers({ toFake: ['Date'], now })
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  tomas = await createAccount('Tomas', { roles: ['training_lead'] })
  yetunde = await createAccount('Yetunde')
  vignette = await createVignette()
  const course = await createCourse([vignette])
  const cohort = await createCohort(
    lena,
    { name: 'Leeds', courseSlug: course.slug, startsOn: '2026-09-01', endsOn: undefined, leadIds: [] },
    now,
  )
  cohortId = 'id' in cohort ? cohort.id : ''
  await addTrainee(lena, cohortId, yetunde.email, now)
  script = await createScript(vignette, yetunde, submittedAt)
})

afterEach(() => vi.useRealTimers())

/** Whose script it is. */
const ofThePerson = () => [yetunde.name, yetunde.email, ...idForms(yetunde.id)]

/** What leads from a script to its rows, or to the time when it came. */
const ofTheRows = () => [...idForms(script.attemptId), ...idForms(script.allocationId), ...timeForms(submittedAt)]

const idForms = (id: string) => [id, id.replaceAll('-', '')]

const timeForms = (time: Date) => [
  time.toISOString(),
  time.toISOString().slice(0, 16),
  time.toISOString().slice(0, 10),
  String(time.getTime()),
  String(Math.floor(time.getTime() / 1_000)),
  time.toUTCString(),
  '29 October',
  '29 Oct',
  'Oct 29',
  'October 29',
  '29/10/2026',
  '10/29/2026',
  '29.10.2026',
  '13:47',
]

/** The script itself: its code as it is stored and as it is read, and what was written. */
const ofTheScript = () => [script.code, script.code.slice(0, 4), 'What was it like, at the desk?']

const found = (text: string, needles: readonly string[]) =>
  needles.filter((needle) => text.toLowerCase().includes(needle.toLowerCase()))

/** All that an answer says: its headers and its body. */
async function bytesOf(response: Response): Promise<string> {
  const headers = [...response.headers].map(([name, value]) => `${name}: ${decodeURIComponent(value)}`)
  return [...headers, await response.text()].join('\n')
}

const read = async (address: string, as: Actor) => bytesOf(await ask(address, { as }))

const markingPages = () => {
  const pages = ['/marking', '/marking?state=yours', '/marking?state=waiting', '/marking?state=finished']
  const ofVignette = `/marking?vignette=${vignette.slug}`
  return [...pages, ofVignette, '/marking/release', '/marking/release?tick=all', `/marking/${script.code}`]
}

const asData = (address: string) => address.replace(/^([^?]*)/, '$1.data')

async function expectAnonymous(marker: Actor) {
  for (const page of markingPages().flatMap((address) => [address, asData(address)])) {
    const bytes = await read(page, marker)
    expect({ page, leaks: found(bytes, [...ofThePerson(), ...ofTheRows()]) }).toEqual({ page, leaks: [] })
  }
}

describe('nothing that a marker receives tells whose a script is or when it came', () => {
  test('while it waits', async () => {
    expect(found(await read('/marking', lena), [script.code])).toEqual([script.code])
    await expectAnonymous(lena)
  })

  test('while it is marked, by the one who marks it and by anybody else', async () => {
    await claimScript(lena, script.code, now)
    expect(found(await read(`/marking/${script.code}`, lena), ofTheScript())).toHaveLength(3)
    await expectAnonymous(lena)
    await expectAnonymous(tomas)
  })

  test('once it is finished and waits for release', async () => {
    await claimScript(lena, script.code, now)
    await lockMark(lena, script.code, passingMark, now)
    expect(found(await read('/marking/release', lena), [script.code])).toEqual([script.code])
    await expectAnonymous(lena)
  })

  test('once it is released', async () => {
    await claimScript(lena, script.code, now)
    await lockMark(lena, script.code, passingMark, now)
    await ask('/marking/release', { as: lena, form: { code: script.code } })
    expect(found(await read('/marking?state=finished', lena), [script.code])).toEqual([script.code])
    await expectAnonymous(lena)
  })

  test('in the answer to anything that they send', async () => {
    const draft = { baseVersion: 0, writer: 'a-page', revision: 1, body: passingMark }
    const saved = `/drafts/mark/${script.code}`
    const sent: [string, Actor, Parameters<typeof ask>[1]][] = [
      ['/marking', lena, { form: { code: script.code } }],
      ['/marking', tomas, { form: { code: script.code } }],
      [`/marking/${script.code}`, lena, { form: { global: '9' } }],
      [`/marking/${script.code}`, tomas, { form: passingMark }],
      [saved, lena, { json: draft }],
      [saved, lena, { json: { ...draft, writer: 'another', body: {} } }],
      [saved, tomas, { json: draft }],
      [`/marking/${script.code}`, lena, { form: { ...passingMark, intent: 'lock' } }],
      [`/marking/${script.code}`, lena, { form: { intent: 'give-back' } }],
      ['/marking/release', lena, { form: { code: script.code } }],
      ['/marking/release', lena, { form: { code: script.code } }],
    ]
    for (const [address, as, what] of sent) {
      const bytes = await bytesOf(await ask(address, { ...what, as }))
      const leaks = found(bytes, [...ofThePerson(), ...ofTheRows()])
      expect({ address, what, leaks }).toEqual({ address, what, leaks: [] })
    }
  })
})

// As many requests as there are routes, twice.
test('no page of the whole application shows a lead both a script and the person who wrote it', async () => {
  await claimScript(lena, script.code, now)
  const addresses = await everyAddress({
    code: script.code,
    id: cohortId,
    slug: vignette.slug,
    kind: 'mark',
    subject: script.code,
  })
  expect(addresses).toContain(`/cohorts/${cohortId}`)
  for (const address of addresses.flatMap((page) => [page, asData(page)])) {
    const response = await ask(address, { as: lena })
    expect({ address, isBroken: response.status >= 500 }).toEqual({ address, isBroken: false })
    const bytes = await bytesOf(response)
    const isOfTheScript = found(bytes.replaceAll(address, ''), ofTheScript()).length > 0
    const isOfThePerson = found(bytes, ofThePerson()).length > 0
    expect({ address, both: isOfTheScript && isOfThePerson, rows: found(bytes, ofTheRows()) }).toEqual({
      address,
      both: false,
      rows: [],
    })
  }
}, 90_000)
