import { expect, test } from 'vitest'
import { type Db, lockRow, transact } from '#app/db/client.server.ts'
import { createAccount } from '#tests/support/accounts.ts'

test('two transactions that hold each other up both come to their end, one after the other', async () => {
  const [noor, sol] = [await createAccount('Noor'), await createAccount('Sol')]
  const haveBegun = meeting(2)
  const hold = (first: string, second: string) => async (tx: Db) => {
    await lockRow(tx, 'user', first)
    await haveBegun()
    await lockRow(tx, 'user', second)
    return 'done'
  }
  const ends = [transact(hold(noor.id, sol.id)), transact(hold(sol.id, noor.id))]
  expect(await Promise.all(ends)).toEqual(['done', 'done'])
})

/** Whoever comes waits until `many` have. */
function meeting(many: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let come = 0
  return () => {
    come += 1
    if (come === many) resolve()
    return promise
  }
}
