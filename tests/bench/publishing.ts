import { execFileSync } from 'node:child_process'
import { inDatabaseOfItsOwn } from './own-database.ts'

/** What publishing did, how long it took, and what that is of reading and checking the same files alone. */
type Run = { run: string; published: number; unchanged: number; versions: number; ms: number; ofReadingAlone: number }

/** In a process of its own, whose settings are those of its database. */
export const measurePublishing = (): Run[] =>
  JSON.parse(execFileSync(process.execPath, [import.meta.filename, '--json'], { encoding: 'utf8' }))

export const publishingTable = (runs: readonly Run[]) =>
  runs.map(({ ms, ofReadingAlone, ...run }) => ({
    ...run,
    ms: Math.round(ms),
    'of reading and checking alone': `${ofReadingAlone.toFixed(2)}x`,
  }))

/** All content into an empty database, and the same again, which has nothing to do. Nothing is read twice: each run comes from the files. */
async function measure(): Promise<Run[]> {
  const { readContent } = await import('#app/content/read-content.server.ts')
  const { publishContent } = await import('#app/content/publish.server.ts')
  const { db } = await import('#app/db/client.server.ts')
  const read = () => timed(() => readContent('content', { withUnsourced: false }))
  // The first reading compiles what the others use.
  await read()
  const { ms: readingMs } = await read()
  const runs: Run[] = []
  for (const run of ['from nothing', 'again, unchanged']) {
    const before = await db().contentVersion.count()
    const { result, ms } = await timed(() => publishContent('content', new Date()))
    const versions = (await db().contentVersion.count()) - before
    const { published, unchanged } = result
    runs.push({ run, published, unchanged, versions, ms, ofReadingAlone: ms / readingMs })
  }
  return runs
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const startedAt = performance.now()
  return { result: await work(), ms: performance.now() - startedAt }
}

// It can be run by itself: `node tests/bench/publishing.ts`.
if (import.meta.main) {
  const runs = await inDatabaseOfItsOwn('publishing', measure)
  if (process.argv.includes('--json')) console.log(JSON.stringify(runs))
  else console.table(publishingTable(runs))
}
