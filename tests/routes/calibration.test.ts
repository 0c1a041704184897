import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { defaultMarkingPolicy } from '#app/domain/marking-policy.ts'
import type { Actor } from '#app/domain/people.ts'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { createBenchmark, createMarkings, type PublishedBenchmark } from '#tests/support/benchmarks.ts'
import { ask, statementsOf } from '#tests/support/built-app.ts'
import { courseOf, publish } from '#tests/support/published.ts'
import { createScripts, createVignette, type PublishedVignette, passingMark } from '#tests/support/scripts.ts'

let lena: Actor
let vignette: PublishedVignette
let benchmark: PublishedBenchmark

beforeEach(async () => {
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  vignette = await createVignette()
  benchmark = await createBenchmark(vignette)
})

const page = async (address: string) => textOf(await ask(address, { as: lena }))
/** React parts neighbouring texts by comments. */
const textOf = async (answer: Response) => (await answer.text()).replaceAll('<!-- -->', '')

describe('a benchmark without scripts', () => {
  test('is marked by a plain form, and the consensus with its reasons stands beside the mark at once', async () => {
    const address = `/calibration/${benchmark.slug}`
    const form = await page(address)
    expect(form).toContain('What was it like, to wait at the desk?')
    expect(form).toContain('Expert panel: Leeds, 6 members')
    for (const secret of ['The experts’ reason.', 'What divides markers here.', 'isBorderline', benchmark.versionId])
      expect(form).not.toContain(secret)

    const sent = { ...passingMark, intent: 'lock', draftVersion: '0', round: '0' }
    const refused = await ask(address, { as: lena, form: { ...sent, overall: '' } })
    expect(refused.status).toBe(400)
    const again = await textOf(refused)
    expect(again).toContain('say what the trainee should take away')
    expect(again).toContain('You ask, and you wait for the answer.')

    const locked = await ask(address, { as: lena, form: sent })
    expect(locked.headers.get('Location')).toBe(address)
    const compared = await page(address)
    for (const words of ['Within tolerance', 'The experts’ reason.', 'What divides markers here.', 'as the consensus'])
      expect(compared).toContain(words)
  })

  test('is not for a trainee, and there is none that there is not', async () => {
    const noor = await createAccount('Noor')
    expect((await ask(`/calibration/${benchmark.slug}`, { as: noor })).status).toBe(403)
    expect((await ask('/calibration', { as: noor })).status).toBe(403)
    expect((await ask('/calibration/nothing', { as: lena })).status).toBe(404)
  })
})

test('the page of calibration says how one stands, what comes next and who is calibrated, in three statements', async () => {
  await createMarkings(lena, benchmark, '+-+', new Date())
  const { id: courseId } = await publish('course', courseOf())
  const members = { create: { userId: lena.id, part: 'lead' as const, joinedAt: now } }
  await db().cohort.create({ data: { name: 'Leeds', courseId, startsOn: now, members } })
  const answer = await ask('/calibration', { as: lena })
  expect(statementsOf(answer)).toBeLessThanOrEqual(3)
  const html = await textOf(answer)
  for (const words of [
    'Not calibrated yet',
    '2 of the last 3 benchmarks',
    `/calibration/${benchmark.slug}?again`,
    'Markers',
  ])
    expect(html).toContain(words)
})

test('whoever is not calibrated is led from the queue to where one practises', async () => {
  const [script] = await createScripts(vignette, await createAccount('Noor'), 1)
  const answer = await ask('/marking', { as: lena, form: { code: script?.code ?? '' } })
  expect(answer.headers.get('Location')).toBe('/calibration')
})

describe('a benchmark among the scripts', () => {
  /** Two scripts that are with Lena: a trainee's and a benchmark, with the same words. */
  async function claimBoth() {
    await createMarkings(lena, benchmark, '++++')
    await createBenchmark(vignette, { use: ['gold'], answers: { say: 'What was it like, at the desk?' } })
    const { id: courseId } = await publish('course', courseOf())
    const { id: cohortId } = await db().cohort.create({ data: { name: 'Leeds', courseId, startsOn: now } })
    const adopted = {
      version: 1,
      policy: { ...defaultMarkingPolicy, goldShare: 0.5 },
      adoptedById: lena.id,
      adoptedAt: now,
    }
    await db().markingPolicy.create({ data: { cohortId, ...adopted } })
    const [marked, real] = await createScripts(vignette, await createAccount('Noor'), 2)
    await db().attempt.updateMany({ data: { cohortId } })
    await claimScript(lena, marked?.code ?? '', now)
    await lockMark(lena, marked?.code ?? '', passingMark, now)
    const gold = await db().allocation.findFirstOrThrow({ where: { purpose: 'gold' } })
    for (const code of [gold.code, real?.code ?? '']) await claimScript(lena, code, now)
    return { gold: gold.code, real: real?.code ?? '' }
  }

  const nameOf = (code: string) => code.match(/.{4}/g)?.join('-') ?? ''
  /** What a page says, without the script's own name and what is new at every answer. */
  const bytesOf = async (code: string, address = `/marking/${code}`) =>
    (await page(address))
      .replaceAll(code, 'CODE')
      .replaceAll(nameOf(code), 'CODE')
      .replace(/nonce="[^"]*"|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '')

  test('has a page of the same bytes as a trainee’s with the same words, until it is locked', async () => {
    const { gold, real } = await claimBoth()
    expect(await bytesOf(gold)).toBe(await bytesOf(real))
    expect(await bytesOf(gold, `/marking/${gold}.data`)).toBe(await bytesOf(real, `/marking/${real}.data`))
  })

  test('says what it was once it is locked and was far off, with the consensus beside one’s own mark', async () => {
    const { gold } = await claimBoth()
    expect(await page(`/marking/${gold}`)).not.toContain('This was a benchmark')
    await lockMark(lena, gold, { ...passingMark, 'level.patience': '7', global: '7' }, now)
    const told = await ask(`/marking/${gold}`, { as: lena })
    expect(statementsOf(told)).toBeLessThanOrEqual(3)
    const html = await textOf(told)
    for (const words of ['This was a benchmark', 'Beyond tolerance', 'The experts’ reason.', 'href="/calibration"'])
      expect(html).toContain(words)
  })

  test('that was marked well looks like any other locked script', async () => {
    const { gold, real } = await claimBoth()
    for (const code of [gold, real]) await lockMark(lena, code, passingMark, now)
    expect(await bytesOf(gold)).toBe(await bytesOf(real))
  })
})
