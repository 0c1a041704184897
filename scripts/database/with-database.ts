import { generateClientIfChanged } from '#scripts/serve/client.ts'
import { openDatabase } from '#scripts/serve/database.ts'
import { checkSettings, loadEnvironmentFile } from '#scripts/serve/environment.ts'

/** For a command: what it does with the database of this installation, which is started where it is ours and does not run. */
export async function withDatabase<Result>(use: () => Promise<Result>): Promise<Result> {
  loadEnvironmentFile()
  checkSettings()
  await generateClientIfChanged()
  const leaveDatabase = await openDatabase()
  try {
    const { disconnect } = await import('#app/db/client.server.ts')
    return await use().finally(disconnect)
  } finally {
    await leaveDatabase()
  }
}
