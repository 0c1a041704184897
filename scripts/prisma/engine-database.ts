import pg from 'pg'
import { onDatabase, splitUrl } from './engine-url.ts'

type PgError = { code?: string; message: string }

/** `schema-engine cli …`: asked before a migration whether there is a database, and to make it. @returns the exit code. */
export async function runDatabaseCommand(command: string, url: string): Promise<number> {
  const { database } = splitUrl(url)
  try {
    if (command === 'can-connect-to-database') await onDatabase(url, database, 'SELECT 1')
    else if (command === 'create-database')
      await onDatabase(url, 'postgres', `CREATE DATABASE ${pg.escapeIdentifier(database)}`)
    else if (command === 'drop-database')
      await onDatabase(url, 'postgres', `DROP DATABASE ${pg.escapeIdentifier(database)}`)
    else throw new Error(`schema engine: no such command: ${command}`)
    return 0
  } catch (error) {
    log(asPrismaError(error as PgError, database))
    return 1
  }
}

function asPrismaError({ code, message }: PgError, database: string): { error_code: string; message: string } {
  if (code === '3D000') return { error_code: 'P1003', message: `Database \`${database}\` does not exist` }
  if (code === '28P01' || code === '28000') return { error_code: 'P1000', message }
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return { error_code: 'P1001', message: `Can't reach database server: ${message}` }
  return { error_code: 'P1010', message }
}

/** Prisma reads errors from the second line of standard error on. */
function log(fields: { error_code: string; message: string }): void {
  const line = { level: 'ERROR', target: 'schema_engine::logger', timestamp: new Date().toISOString(), fields }
  process.stderr.write(`\n${JSON.stringify(line)}\n`)
}
