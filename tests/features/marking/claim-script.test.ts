import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { claimNextScript, claimScript } from '#app/features/marking/claim-script.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { createScript, createVignette, type PublishedVignette } from '#tests/support/scripts.ts'

let lena: Actor
let tomas: Actor
let noor: Actor
let vignette: PublishedVignette

beforeEach(async () => {
  lena = await createAccount('Lena', { roles: ['training_lead', 'trainee'] })
  tomas = await createAccount('Tomas', { roles: ['training_lead'] })
  noor = await createAccount('Noor')
  vignette = await createVignette()
})

const claims = (allocationId: string) =>
  db().auditEntry.count({ where: { objectId: allocationId, action: 'script.claimed' } })

describe('a waiting script', () => {
  test('goes to one of two markers who take it at the same instant, and the other is told so', async () => {
    const script = await createScript(vignette, noor)
    const outcomes = await Promise.all([lena, tomas].map((marker) => claimScript(marker, script.code, now)))

    expect(outcomes.filter((outcome) => 'code' in outcome)).toEqual([{ code: script.code }])
    expect(outcomes.filter((outcome) => 'refused' in outcome)).toHaveLength(1)
    expect(await claims(script.allocationId)).toBe(1)
  })

  test('that a marker takes twice is theirs once', async () => {
    const script = await createScript(vignette, noor)
    const twice = await Promise.all([claimScript(lena, script.code, now), claimScript(lena, script.code, now)])
    expect(twice).toEqual([{ code: script.code }, { code: script.code }])
    expect(await claims(script.allocationId)).toBe(1)
  })

  test('of their own is as good as absent for a marker, by its code and as the next one', async () => {
    const own = await createScript(vignette, lena)
    await expect(claimScript(lena, own.code, now)).rejects.toMatchObject({ status: 404 })
    expect(await claimNextScript(lena, vignette.slug, now)).toEqual({ refused: 'No script is waiting at the moment.' })
    expect(await claimNextScript(tomas, vignette.slug, now)).toEqual({ code: own.code })
  })

  test('under a code that nobody has is absent', async () => {
    await expect(claimScript(lena, 'AAAAAAAAAAAAAAAA', now)).rejects.toMatchObject({ status: 404 })
  })

  test('that has been released is no longer there to take', async () => {
    const script = await createScript(vignette, noor)
    await db().attempt.update({ where: { id: script.attemptId }, data: { state: 'released' } })
    await expect(claimScript(lena, script.code, now)).resolves.toHaveProperty('refused')
  })
})

test('as many markers as there are scripts, all taking the next one at once, each get one', async () => {
  const trainees = await Promise.all(['Ada', 'Sol', 'Ife', 'Kofi'].map((name) => createAccount(name)))
  const scripts = await Promise.all(trainees.map((trainee) => createScript(vignette, trainee)))
  const markers = [lena, tomas, lena, tomas]
  const taken = await Promise.all(markers.map((marker) => claimNextScript(marker, vignette.slug, now)))
  expect(taken.map((claim) => ('code' in claim ? claim.code : claim.refused)).sort()).toEqual(
    scripts.map(({ code }) => code).sort(),
  )
})

test('the next one is of the vignette that was asked for', async () => {
  const other = await createVignette()
  await createScript(other, noor)
  const wanted = await createScript(vignette, noor)
  expect(await claimNextScript(lena, vignette.slug, now)).toEqual({ code: wanted.code })
})
