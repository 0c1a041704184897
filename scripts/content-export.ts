import { explain, Fault } from './narrate.mjs'
import { generateClientIfChanged } from './serve/client.ts'
import { openDatabase } from './serve/database.ts'
import { checkSettings, loadEnvironmentFile } from './serve/environment.ts'

// npm run content:export -- DIR: writes what is published now as files of the same format.

async function exportFromCommandLine() {
  const [directory] = process.argv.slice(2)
  if (!directory) throw new Fault('Say where to: npm run content:export -- DIR')
  loadEnvironmentFile()
  checkSettings()
  await generateClientIfChanged()
  const leaveDatabase = await openDatabase()
  try {
    const { exportContent } = await import('#app/content/export.server.ts')
    const { disconnect } = await import('#app/db/client.server.ts')
    const count = await exportContent(directory).finally(disconnect)
    if (count === 0) throw new Fault(`${directory} is not empty: choose a new folder. Nothing was written.`)
    console.log(`${count} files written to ${directory}.`)
  } finally {
    await leaveDatabase()
  }
}

await exportFromCommandLine().catch((error) => {
  console.error(explain(error))
  process.exitCode = 1
})
