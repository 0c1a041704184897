import { expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { forgetUnfinishedCast } from '#prisma/demo/forgetting.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { createBenchmark } from '#tests/support/benchmarks.ts'
import { openPanel } from '#tests/support/panels.ts'
import { createScript, createVignette } from '#tests/support/scripts.ts'
import { createTrust } from '#tests/support/seats.ts'

test('of a demonstration that was broken off nothing stays but what was published, and of real people everything does', async () => {
  const lena = await createAccount('Lena', { roles: ['training_lead'] })
  const vignette = await createVignette()
  await createScript(vignette, await createAccount('Noor'))
  await openPanel(lena, (await createBenchmark(vignette)).id)
  await createTrust(await createAccount('Paul', { roles: ['seat_manager'] }))
  await db().provider.create({ data: { name: 'Northmere School', createdAt: now } })
  await expect(forgetUnfinishedCast()).rejects.toThrow('accounts of its own')
  expect(await fullTables()).toContain('provider')

  await db().user.updateMany({ data: { isDemo: true } })
  await forgetUnfinishedCast()
  expect(await fullTables()).toEqual(['content_item', 'content_version'])
})

/** Those that hold anything. */
async function fullTables(): Promise<string[]> {
  const rows = await db().$queryRaw<{ name: string }[]>`
    SELECT relname AS name FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations'
      AND (xpath('/row/c/text()', query_to_xml('SELECT count(*) AS c FROM ' || oid::regclass, false, true, '')))[1]::text <> '0'
    ORDER BY relname`
  return rows.map(({ name }) => name)
}
