import { expect, test } from 'vitest'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { viewOwnDrift } from '#app/features/marking/view-own-drift.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { createScripts, createVignette, passingMark } from '#tests/support/scripts.ts'

const GIVEN = [7, 7, 6, 6, 6, 5, 5, 5, 4, 4, 4, 4]

test('one’s own levels stand in the order in which they were locked, with their slope, and nobody else’s among them', async () => {
  const [lena, tomas] = await Promise.all(
    ['Lena', 'Tomas'].map((name) => createAccount(name, { roles: ['training_lead'] })),
  )
  if (!lena || !tomas) throw new Error('no markers')
  const scripts = await createScripts(await createVignette(), await createAccount('Noor'), GIVEN.length + 1)
  for (const [at, { code }] of scripts.entries()) {
    const marker = at < GIVEN.length ? lena : tomas
    const lockedAt = new Date(now.getTime() + at * 60_000)
    await claimScript(marker, code, lockedAt)
    await lockMark(marker, code, { ...passingMark, global: String(GIVEN[at] ?? 4) }, lockedAt)
  }

  const { marks, drift } = await viewOwnDrift(lena)
  expect(marks).toEqual(GIVEN.map((score, at) => ({ position: at + 1, score })))
  expect(drift).toMatchObject({ perTenScripts: { high: expect.any(Number) } })
  if ('perTenScripts' in drift) expect(drift.perTenScripts.high).toBeLessThan(0)
  expect(await viewOwnDrift(tomas)).toMatchObject({ marks: [{ position: 1 }], drift: { reason: expect.any(String) } })
})
