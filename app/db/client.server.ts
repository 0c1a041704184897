import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { settings } from '#app/env.server.ts'
import { Prisma, PrismaClient } from './generated/client.ts'
import { statementNames } from './statement-names.ts'

export { Prisma }

/** What a function of `db/` runs on: the client itself or one transaction of it. */
export type Db = Prisma.TransactionClient

const queryCount = new AsyncLocalStorage<{ queries: number }>()

/** Runs `work` and gives its result with the number of statements that it sent: each page has a budget. */
export async function countQueries<T>(work: () => Promise<T>): Promise<{ result: T; queries: () => number }> {
  const count = { queries: 0 }
  const result = await queryCount.run(count, work)
  return { result, queries: () => count.queries }
}

const statementText = (query: unknown) =>
  typeof query === 'string' ? query : ((query as { text?: string } | undefined)?.text ?? '')

class CountingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg's own signature has eleven overloads
  override query(...args: any[]): any {
    const count = queryCount.getStore()
    // A transaction's own BEGIN and COMMIT are not a question to the data.
    if (count && !/^(begin|commit|rollback|savepoint|set transaction)/i.test(statementText(args[0]))) count.queries += 1
    return super.query(...(args as [string]))
  }
}

function connect() {
  const pool = new pg.Pool({ connectionString: settings().DATABASE_URL, max: 10, Client: CountingClient })
  // A connection that breaks while nobody uses it is replaced at the next use; unheard, it would end the process.
  pool.on('error', () => {})
  const nameOf = statementNames()
  return { pool, nameOf, prisma: new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: nameOf }) }) }
}

let connection: ReturnType<typeof connect> | undefined

/** Made at first use, so that a module can be imported before there is a database. */
function connected() {
  connection ??= connect()
  return connection
}

/** The one client of this process. */
export const db = (): PrismaClient => connected().prisma

/**
 * Asks outside of any transaction by the driver itself, on Prisma's own connections: for the few statements that nearly every
 * page asks. What Prisma does around a statement costs a busy process more than the statement.
 */
export async function readRows<Row extends object>(statement: Prisma.Sql): Promise<Row[]> {
  const { pool, nameOf } = connected()
  const { text, values } = statement
  const { rows } = await pool.query<Row>({ name: nameOf({ sql: text }), text, values: [...values] })
  return rows
}

export async function disconnect(): Promise<void> {
  await connection?.prisma.$disconnect()
  await connection?.pool.end()
  connection = undefined
}

/** A deadlock that PostgreSQL ended at this transaction's cost; or another one won, where both cannot have come first. */
const LOST = ['40P01', '40001']
const MAX_TRIES = 5

const REQUEST_TIMEOUT_MS = 15_000

/**
 * Runs `work` in one transaction. One that lost against another is tried again from its start, so `work` does nothing outside of the
 * database.
 * @param options how long `work` may take: more than a request has, for what no person waits for.
 */
export async function transact<T>(
  work: (tx: Db) => Promise<T>,
  { timeoutMs = REQUEST_TIMEOUT_MS }: { timeoutMs?: number } = {},
): Promise<T> {
  const isolationLevel = Prisma.TransactionIsolationLevel.ReadCommitted
  for (let attempt = 1; ; attempt++) {
    try {
      return await db().$transaction(work, { isolationLevel, maxWait: 5_000, timeout: timeoutMs })
    } catch (error) {
      if (!hasLost(error) || attempt === MAX_TRIES) throw error
    }
  }
}

const isKnownError = (error: unknown) => error instanceof Prisma.PrismaClientKnownRequestError

/** Of a statement of Prisma's own its code says so; of one that we wrote, only what the driver told Prisma. */
function hasLost(error: unknown): boolean {
  if (!isKnownError(error)) return false
  const { cause } = (error.meta?.driverAdapterError ?? {}) as { cause?: { originalCode?: string } }
  return error.code === 'P2034' || LOST.includes(cause?.originalCode ?? '')
}

/** Whether `error` says that a unique constraint was violated. */
export const isUniqueViolation = (error: unknown): boolean => isKnownError(error) && error.code === 'P2002'

/** Locks one row until the transaction ends, so that two people who meet go one after the other. */
export async function lockRow(tx: Db, table: 'order' | 'user', id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM ${Prisma.raw(`"${table}"`)} WHERE id = ${id}::uuid FOR UPDATE`
}
