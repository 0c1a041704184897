import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { defaultMarkingPolicy, type MarkingPolicy, policyFault } from '#app/domain/marking-policy.ts'
import type { Actor } from '#app/domain/people.ts'
import { adoptPolicy } from '#app/features/marking/adopt-policy.server.ts'
import { viewCohortMarking } from '#app/features/marking/view-cohort-marking.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { formCohort } from '#tests/support/cohorts.ts'
import { createVignette } from '#tests/support/scripts.ts'

let lena: Actor
let tomas: Actor
let cohortId: string

beforeEach(async () => {
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  tomas = await createAccount('Tomas', { roles: ['training_lead'] })
  cohortId = await formCohort([await createVignette()], { leads: [lena] })
})

const adopt = (changes: Partial<MarkingPolicy>, baseVersion = 0, actor = lena) =>
  adoptPolicy(actor, { cohortId, baseVersion, policy: { ...defaultMarkingPolicy, ...changes } }, now)

const faultIn = (field: string, message: RegExp) => ({ fault: { field, message: expect.stringMatching(message) } })

describe('a policy', () => {
  test('is in force as soon as it is adopted, and the earlier ones stay', async () => {
    expect(await adopt({ scheme: 'double' })).toEqual({ version: 1 })
    expect(await adopt({ scheme: 'sample' }, 1)).toEqual({ version: 2 })
    const { inForce, policies } = await viewCohortMarking(lena, cohortId, now)
    expect(inForce).toMatchObject({ version: 2, policy: { scheme: 'sample' } })
    expect(policies.map(({ version, adoptedBy }) => [version, adoptedBy])).toEqual([
      [2, 'Lena'],
      [1, 'Lena'],
    ])
    expect(await db().auditEntry.count({ where: { action: 'marking-policy.adopted', objectId: cohortId } })).toBe(2)
    await expect(db().markingPolicy.deleteMany()).rejects.toThrow()
  })

  test('that two leads adopt at the same instant is adopted once, and the other is shown it first', async () => {
    const outcomes = await Promise.all([adopt({ scheme: 'double' }), adopt({ goldShare: 0.2 })])
    expect(outcomes.filter((outcome) => 'version' in outcome)).toEqual([{ version: 1 }])
    expect(outcomes.filter((outcome) => 'fault' in outcome)).toEqual([faultIn('', /Somebody adopted version 1/)])
  })

  test('with nothing new, of nobody, or of a sample of nothing is refused', async () => {
    expect(await adopt({})).toEqual(faultIn('', /Nothing is different/))
    const noor = await createAccount('Noor')
    expect(await adopt({ markers: [{ userId: noor.id, weight: 1 }] })).toEqual(
      faultIn('markers', /not a training lead/),
    )
    const sample = { share: 0, nearPass: false, firstAttempts: false }
    expect(await adopt({ scheme: 'sample', sample })).toEqual(faultIn('scheme', /of which answers/))
    expect(await db().markingPolicy.count()).toBe(0)
  })

  test('is for whoever leads the cohort', async () => {
    await expect(adopt({ scheme: 'double' }, 0, tomas)).rejects.toMatchObject({ status: 404 })
  })
})

test('two people cannot be one', () => {
  const alone = [{ userId: 'lena', weight: 1 }]
  expect(policyFault({ ...defaultMarkingPolicy, scheme: 'double', markers: alone })).toMatchObject({ field: 'markers' })
  expect(policyFault({ ...defaultMarkingPolicy, scheme: 'single', markers: alone })).toBeNull()
})
