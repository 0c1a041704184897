import { withDatabase } from './database/with-database.ts'
import { explain, Fault } from './narrate.mjs'

// npm run content:export -- DIR: writes what is published now as files of the same format.

async function exportFromCommandLine() {
  const [directory] = process.argv.slice(2)
  if (!directory) throw new Fault('Say where to: npm run content:export -- DIR')
  const count = await withDatabase(async () => {
    const { exportContent } = await import('#app/content/export.server.ts')
    return exportContent(directory)
  })
  if (count === 0) throw new Fault(`${directory} is not empty: choose a new folder. Nothing was written.`)
  console.log(`${count} files written to ${directory}.`)
}

await exportFromCommandLine().catch((error) => {
  console.error(explain(error))
  process.exitCode = 1
})
