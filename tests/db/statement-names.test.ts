import { expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { statementNames } from '#app/db/statement-names.ts'
import { createAccount } from '#tests/support/accounts.ts'

it('the same statement has the same name, another one another', () => {
  const nameOf = statementNames()
  expect(nameOf({ sql: 'SELECT 1' })).toBe(nameOf({ sql: 'SELECT 1' }))
  expect(nameOf({ sql: 'SELECT 1' })).not.toBe(nameOf({ sql: 'SELECT 2' }))
})

it('statements past the limit go unnamed, and the earlier ones keep their names', () => {
  const nameOf = statementNames(1)
  const first = nameOf({ sql: 'SELECT 1' })
  expect(nameOf({ sql: 'SELECT 2' })).toBe('')
  expect(nameOf({ sql: 'SELECT 1' })).toBe(first)
})

it('a named statement gives each time what its values ask for', async () => {
  for (const name of ['Ada', 'Noor', 'Sol', 'Lena', 'Mira', 'Imre', 'Grace']) await createAccount(name)
  const find = (name: string) => db().$queryRaw<{ name: string }[]>`SELECT name FROM "user" WHERE name = ${name}`
  for (const name of ['Ada', 'Noor', 'Sol', 'Lena', 'Mira', 'Imre', 'Grace'])
    expect(await find(name)).toEqual([{ name }])
  const names = await db().$queryRaw<{ name: string }[]>`SELECT name FROM pg_prepared_statements`
  expect(names.every(({ name }) => name.startsWith('stance_'))).toBe(true)
  expect(names).not.toEqual([])
})
