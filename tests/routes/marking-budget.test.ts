import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { ask, statementsOf } from '#tests/support/built-app.ts'
import {
  createCourse,
  createScripts,
  createVignette,
  type PublishedVignette,
  passingMark,
} from '#tests/support/scripts.ts'

/** The session's own statement is one of them. */
const STATEMENTS = 3

let lena: Actor
let noor: Actor
let vignette: PublishedVignette
let cohortId: string

beforeEach(async () => {
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  noor = await createAccount('Noor')
  vignette = await createVignette()
  const { id: courseId } = await createCourse([vignette])
  const members = [
    { userId: lena.id, part: 'lead' as const, joinedAt: now },
    { userId: noor.id, part: 'trainee' as const, joinedAt: now },
  ]
  const cohort = { name: 'Leeds', courseId, startsOn: now, members: { createMany: { data: members } } }
  cohortId = (await db().cohort.create({ data: cohort })).id
})

async function costOf(address: string): Promise<number> {
  const response = await ask(address, { as: lena })
  expect({ address, status: response.status }).toEqual({ address, status: 200 })
  return statementsOf(response)
}

test('the pages of a training lead cost at most 3 statements, with 10 scripts as with 200', async () => {
  const [first, second] = await createScripts(vignette, noor, 10)
  await claimScript(lena, first?.code ?? '', now)
  await claimScript(lena, second?.code ?? '', now)
  await lockMark(lena, second?.code ?? '', passingMark, now)
  const pages = [
    '/marking',
    `/marking/${first?.code}`,
    `/marking/${second?.code}`,
    '/marking/release',
    '/cohorts',
    '/cohorts/new',
    `/cohorts/${cohortId}`,
  ]
  const read = async () => {
    const counts: Record<string, number> = {}
    for (const page of pages) counts[page] = await costOf(page)
    return counts
  }

  const cold = await read()
  expect(Math.max(...Object.values(cold))).toBeLessThanOrEqual(STATEMENTS)
  const warm = await read()
  await createScripts(vignette, noor, 190)
  expect(await read()).toEqual(warm)
})
