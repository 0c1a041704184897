#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { runDatabaseCommand } from './engine-database.ts'
import { createEngine, panicMessage, version } from './engine-wasm.ts'

// Stands in for Prisma's native schema engine, which cannot be had from the npm registry: the same JSON-RPC over
// standard input and output, answered by the WebAssembly build of that engine. See prismaEnvironment().

const NEED_SHADOW_DATABASE = new Set(['evaluateDataLoss', 'createMigration'])

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { datasource: { type: 'string' }, datamodels: { type: 'string', multiple: true } },
})
const datasource: { url?: string; shadowDatabaseUrl?: string } = JSON.parse(String(values.datasource ?? '{}'))

if (values.version) {
  console.log(`schema-engine-cli ${version}`)
} else if (positionals[0] === 'cli') {
  process.exitCode = await runDatabaseCommand(positionals[1] ?? '', datasource.url ?? '')
} else {
  const datamodels = (values.datamodels ?? []).map((path): [string, string] => [
    String(path),
    readFileSync(String(path), 'utf8'),
  ])
  await answerRequests(() => createEngine(datasource, datamodels))
}

type Request = { id?: number; method?: string; params?: unknown }
type Engine = Record<string, (params: unknown) => Promise<unknown>>

async function answerRequests(newEngine: () => Promise<Engine>): Promise<void> {
  // One at a time, in the order of asking, as the native engine does.
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params }: Request = JSON.parse(line)
    if (id === undefined || !method) continue
    // A panic inside WebAssembly rejects no promise. Unanswered, Prisma would take the silence for success.
    process.removeAllListeners('uncaughtException').once('uncaughtException', (error) => {
      send({ id, error: asRpcError({ message: panicMessage() || error.message }) })
      process.exit(1)
    })
    try {
      // A new engine for each: what one request leaves behind in it has no bearing on the next.
      send({ id, result: (await answer(await newEngine(), method, params)) ?? {} })
    } catch (error) {
      send({ id, error: asRpcError(error as { code?: string; message?: string; meta?: unknown }) })
    }
  }
  process.exit()
}

async function answer(engine: Engine, method: string, params: unknown): Promise<unknown> {
  if (method === 'createDatabase') return { databaseName: new URL(datasource.url ?? '').pathname.slice(1) }
  if (method === 'getDatabaseVersion') return engine.version?.(undefined)
  if (!(method in engine)) throw new Error(`The stand-in for the schema engine has no method ${method}.`)
  if (NEED_SHADOW_DATABASE.has(method)) {
    // This build takes its connection to a shadow database only from a diagnosis that went before.
    const { migrationsList, filters } = params as { migrationsList: unknown; filters: unknown }
    await engine.diagnoseMigrationHistory?.({ migrationsList, filters, optInToShadowDatabase: true })
  }
  const result = await engine[method]?.(params)
  if (method === 'diff') printDifference(result as { stdout?: string | null })
  return result
}

/** The command line shows a difference when it is asked to print it, and not when it receives it as a result. */
function printDifference(result: { stdout?: string | null }): void {
  if (result.stdout) send({ id: 1_000_000_000, method: 'print', params: { content: result.stdout } })
  result.stdout = null
}

function asRpcError({ message, code, meta }: { code?: string; message?: string; meta?: unknown }) {
  const data = { is_panic: false, message, error_code: code ?? null, meta: meta ?? null }
  return { code: 4466, message: 'An error happened. Check the data field for details.', data }
}

function send(message: object): void {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}
