import { expect, test } from 'vitest'
import { checkReadiness } from '#app/http/readiness.server.ts'
import { askAsOwner } from '#tests/support/job-queue.ts'

test('a process is ready when the database has every migration', async () => {
  expect(await checkReadiness()).toEqual({ isReady: true, because: 'ready' })
})

test('a process is not ready while a migration is missing, and says which', async () => {
  const [first] = await askAsOwner<{ name: string }>('SELECT min(migration_name) AS name FROM _prisma_migrations')
  await askAsOwner(`UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = '${first?.name}'`)
  try {
    expect(await checkReadiness()).toEqual({ isReady: false, because: `migrations are missing: ${first?.name}` })
  } finally {
    await askAsOwner('UPDATE _prisma_migrations SET rolled_back_at = NULL')
  }
})
