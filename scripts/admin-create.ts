import { readAdministrator } from './admin/given.ts'
import { migrate } from './database/migrate.ts'
import { explain, Fault } from './narrate.mjs'
import { generateClientIfChanged } from './serve/client.ts'
import { openDatabase } from './serve/database.ts'
import { checkSettings, loadEnvironmentFile } from './serve/environment.ts'

// npm run admin:create: the first administrator of a real installation, who then invites everybody else.

async function createAdministratorFromCommandLine() {
  loadEnvironmentFile()
  checkSettings()
  const given = await readAdministrator()
  await generateClientIfChanged()
  const leaveDatabase = await openDatabase()
  try {
    const { DATABASE_URL: appUrl = '', DATABASE_ADMIN_URL } = process.env
    await migrate({ adminUrl: DATABASE_ADMIN_URL || appUrl, appUrl, directory: 'prisma/migrations' })
    console.log(await create(given))
  } finally {
    await leaveDatabase()
  }
}

async function create(given: { name: string; email: string; password: string }): Promise<string> {
  const { administratorForm, createAdministrator } = await import('#app/features/people/create-administrator.server.ts')
  const { disconnect } = await import('#app/db/client.server.ts')
  try {
    const form = administratorForm.safeParse(given)
    if (!form.success)
      throw new Fault(form.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`).join('\n'))
    if (!(await createAdministrator(form.data, new Date())))
      throw new Fault(
        `${form.data.email} has an account already, and nothing was changed. Another administrator can give it the role under People.`,
      )
    return `${form.data.name} is an administrator now and can sign in as ${form.data.email}.`
  } finally {
    await disconnect()
  }
}

await createAdministratorFromCommandLine().catch((error) => {
  console.error(explain(error))
  process.exitCode = 1
})
