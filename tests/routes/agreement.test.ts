import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { computeAgreement } from '#app/features/agreement/compute-agreement.server.ts'
import { createAccount } from '#tests/support/accounts.ts'
import { ask, statementsOf } from '#tests/support/built-app.ts'
import { formCohort } from '#tests/support/cohorts.ts'
import { createMarkedScripts, gave } from '#tests/support/double-marks.ts'
import { createVignette, type PublishedVignette } from '#tests/support/scripts.ts'

/** The session's own statement is one of them. */
const STATEMENTS = 3

let lena: Actor
let tomas: Actor
let noor: Actor
let vignette: PublishedVignette
let cohortId: string

beforeEach(async () => {
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  tomas = await createAccount('Tomas', { roles: ['training_lead'] })
  noor = await createAccount('Noor')
  vignette = await createVignette()
  cohortId = await formCohort([vignette, await createVignette()], { leads: [lena, tomas], trainees: [noor] })
})

/** Marks on all levels; where the two do not agree, Lena gives one level more. */
async function mark(count: number) {
  const scripts = Array.from({ length: count }, (_, index) => {
    const level = 2 + (index % 5)
    return [gave(lena, index % 3 === 0 ? level + 1 : level), gave(tomas, level)]
  })
  const attempts = await createMarkedScripts(vignette, scripts, { cohortId, trainee: noor })
  await computeAgreement({ cohortId, vignetteId: vignette.id }, new Date())
  return attempts
}

async function open(path: string, as = lena) {
  const answer = await ask(`/cohorts/${cohortId}${path}`, { as })
  return { status: answer.status, statements: statementsOf(answer), html: await answer.text(), headers: answer.headers }
}

const agreement = `/agreement`

describe('the page of agreement', () => {
  test('costs at most 3 statements, with 12 double-marked scripts as with 200', async () => {
    await mark(12)
    await open(agreement)
    const few = await open(agreement)
    expect(few).toMatchObject({ status: 200 })
    expect(few.statements).toBeLessThanOrEqual(STATEMENTS)
    await mark(188)
    expect((await open(agreement)).statements).toBe(few.statements)
  })

  test('shows figures with their intervals and n, markers by name, and no script or trainee', async () => {
    const attempts = await mark(30)
    const { html } = await open(agreement)
    for (const shown of [
      'From 30 scripts',
      'Global rating',
      'Not knowing',
      'ICC(2,1)',
      'Lena',
      'Tomas',
      'Beside published scales',
    ])
      expect(html).toContain(shown)
    for (const secret of [...attempts, 'Noor', noor.id]) expect(html).not.toContain(secret)
    expect(html).not.toMatch(/NaN|Infinity|undefined|\sstyle="/)
  })

  test('hides figures of fewer than ten scripts and says so', async () => {
    await mark(9)
    const { html } = await open(agreement)
    expect(html).toContain('Too few scripts to show figures')
    expect(html).toContain('Hidden: 9 double-marked scripts, and at least 10 are needed.')
    expect(html).not.toContain('Beside published scales')
  })

  test('says that nothing was worked out yet, and has it worked out when asked', async () => {
    expect((await open(agreement)).html).toContain('Nothing was worked out yet')
    const asked = await ask(`/cohorts/${cohortId}${agreement}?vignette=${vignette.slug}`, { as: lena, form: {} })
    expect(asked.status).toBe(302)
    expect(asked.headers.get('location')).toBe(`/cohorts/${cohortId}/agreement?vignette=${vignette.slug}`)
  })

  test('gives the marks as a file, and what its columns mean as another', async () => {
    await mark(12)
    const file = await open(`/agreement.csv?vignette=${vignette.slug}`)
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="agreement-${vignette.slug}.csv"`)
    const [header, ...rows] = file.html.trim().split('\r\n')
    expect([header, rows.length]).toEqual(['unit,rater,criterion,score,position', 72])
    const columns = await open('/agreement.csv?part=columns')
    for (const column of header?.split(',') ?? []) expect(columns.html).toContain(`\n${column},`)
  })
})

describe('the page of the pass standard', () => {
  const standard = '/standard'
  const send = (form: Record<string, string>, as = lena) =>
    ask(`/cohorts/${cohortId}${standard}?vignette=${vignette.slug}`, { as, form })

  test('costs at most 3 statements', async () => {
    await mark(12)
    await open(standard)
    expect((await open(standard)).statements).toBeLessThanOrEqual(STATEMENTS)
  })

  test('leads judges through two rounds to a cut that a person adopts', async () => {
    await send({ intent: 'open' })
    const estimates = { 'estimate.not-knowing': '4', 'estimate.patience': '4', 'estimate.global': '4.5' }
    for (const round of ['1', '2']) {
      for (const judge of [lena, tomas]) await send({ intent: 'judge', round, ...estimates }, judge)
      expect((await send({ intent: 'close-round', round })).status).toBe(302)
    }
    const { html } = await open(`${standard}?vignette=${vignette.slug}`)
    expect(html).toContain('Modified Angoff, global rating: 4.5')
    expect(html).toContain('a global rating of at least 5 (the cut is 4.5; ratings are whole levels)')

    const reason = 'Both judges held to it in the second round.'
    expect((await send({ intent: 'adopt', basis: 'angoff-global', value: '4,5', reason })).status).toBe(302)
    expect(await db().adoptedCut.findFirstOrThrow()).toMatchObject({ scale: 'global', value: 4.5, reason })
    expect((await open(`${standard}?vignette=${vignette.slug}`)).html).toContain(reason)
  })

  test('says beside each field what is wrong, keeps what was typed, and changes nothing', async () => {
    await send({ intent: 'open' })
    const judged = await send({
      intent: 'judge',
      round: '1',
      'estimate.not-knowing': '9',
      'estimate.patience': '4.2',
      'estimate.global': '4',
    })
    expect(judged.status).toBe(400)
    const html = await judged.text()
    expect(html.split('Give a level from 1 to 7, in quarters at the finest.')).toHaveLength(3)
    expect(html).toContain('value="4.2"')

    const adopted = await send({ intent: 'adopt', basis: 'rubric', value: '8', reason: 'short' })
    expect(adopted.status).toBe(400)
    const again = await adopted.text()
    for (const said of ['Give a level from 1 to 7, with two decimals', 'Say in a sentence why', 'value="8"', '>short<'])
      expect(again).toContain(said)
    expect((await send({ intent: 'judge', round: '3' })).status).toBe(400)
    expect((await send({ intent: 'nonsense' })).status).toBe(400)
    expect([await db().angoffJudgement.count(), await db().adoptedCut.count()]).toEqual([0, 0])
  })

  test('takes nothing for a vignette that the cohort does not have', async () => {
    const forms: Record<string, string>[] = [{ intent: 'open' }, { intent: 'close-round', round: '1' }]
    for (const form of forms) {
      const answer = await ask(`/cohorts/${cohortId}/standard?vignette=another`, { as: lena, form })
      expect(answer.status).toBe(404)
    }
  })
})

test('both pages stand for a cohort whose course has no vignette', async () => {
  cohortId = await formCohort([], { leads: [lena], trainees: [noor] })
  expect((await open('/agreement')).html).toContain('No vignette that people mark')
  expect((await open('/standard')).html).toContain('No vignette that people mark')
  expect((await open('/agreement.csv')).status).toBe(404)
})
