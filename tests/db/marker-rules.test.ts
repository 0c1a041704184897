import { beforeEach, expect, test } from 'vitest'
import { readPool } from '#app/db/allocating.server.ts'
import { db } from '#app/db/client.server.ts'
import { readQueue } from '#app/db/scripts.server.ts'
import { mayMark } from '#app/domain/allocation.ts'
import type { Actor } from '#app/domain/people.ts'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { formCohort } from '#tests/support/cohorts.ts'
import { createScripts, createVignette, type PublishedVignette, type Script } from '#tests/support/scripts.ts'

let lena: Actor
let tomas: Actor
let vignette: PublishedVignette
let cohortId: string

beforeEach(async () => {
  lena = await createAccount('Lena', { roles: ['training_lead', 'trainee'] })
  tomas = await createAccount('Tomas', { roles: ['training_lead'] })
  vignette = await createVignette()
  cohortId = await formCohort([vignette], { leads: [tomas] })
})

async function handedInBy(trainee: Actor): Promise<Script> {
  const [script] = await createScripts(vignette, trainee, 1, { cohortId })
  if (!script) throw new Error('no script was made')
  return script
}

const declare = (traineeId: string, kind: 'supervisee' | 'conflict', endedAt: Date | null = null) =>
  db().conflict.create({
    data: { markerId: lena.id, traineeId, kind, declaredById: lena.id, declaredAt: now, endedAt },
  })

/** A second script of the same answer, in this state with this marker. */
const other = ({ attemptId }: Script, state: 'begun' | 'locked' | 'void', marker: Actor, code: string) =>
  db().allocation.create({
    data: { attemptId, vignetteId: vignette.id, cohortId, purpose: 'second', state, markerId: marker.id, code },
  })

/** Each case by the code of its script, with whether Lena may mark it. */
async function everyCase(): Promise<Record<string, boolean>> {
  const [ada, sol, ife, noor] = await Promise.all(['Ada', 'Sol', 'Ife', 'Noor'].map((name) => createAccount(name)))
  if (!ada || !sol || !ife || !noor) throw new Error('nobody was made')
  await declare(ada.id, 'supervisee')
  await declare(sol.id, 'conflict')
  await declare(ife.id, 'supervisee', now)
  const [own, supervised, conflicted, ended, free] = await Promise.all([lena, ada, sol, ife, noor].map(handedInBy))
  const [begun, locked, voided, ofAnother] = [
    await handedInBy(noor),
    await handedInBy(noor),
    await handedInBy(noor),
    await handedInBy(noor),
  ]
  await other(begun, 'begun', lena, 'BEGUN')
  await other(locked, 'locked', lena, 'LOCKED')
  await other(voided, 'void', lena, 'VOID')
  await other(ofAnother, 'locked', tomas, 'ANOTHER')
  const cases: [Script | undefined, boolean][] = [
    ...[own, supervised, conflicted, begun, locked].map((script): [Script | undefined, boolean] => [script, false]),
    ...[ended, free, voided, ofAnother].map((script): [Script | undefined, boolean] => [script, true]),
  ]
  return Object.fromEntries(cases.map(([script, may]) => [script?.code ?? '', may]))
}

test('the queue, the taking of one script and the allocation of many say the same of who may mark a script', async () => {
  const expected = await everyCase()
  const pool = await readPool(db(), { cohortId }, false)
  const codes = new Map((await db().allocation.findMany()).map(({ id, code }) => [id, code]))
  const byRule = Object.fromEntries(pool.map((script) => [codes.get(script.id), mayMark(lena.id, script).may]))
  expect(byRule).toEqual(expected)

  const queue = await readQueue({ markerId: lena.id, state: 'waiting', limit: 25, offset: 0 })
  const queued = new Set(queue.scripts.map(({ code }) => code))
  expect(Object.fromEntries(Object.keys(expected).map((code) => [code, queued.has(code)]))).toEqual(expected)
  expect(queue.counts.waiting).toBe(queued.size)

  for (const [code, may] of Object.entries(expected)) {
    const claim = await claimScript(lena, code, now).catch(() => ({ refused: 'absent' }))
    expect({ code, may: 'code' in claim }).toEqual({ code, may })
  }
})
