import { migrate } from '#scripts/database/migrate.ts'
import { step } from '#scripts/narrate.mjs'

/** Brings the database named by the environment up to date: tables, published content and, for a demo, its cast. */
export async function fillDatabase({ isDemo }: { isDemo: boolean }): Promise<void> {
  const { DATABASE_URL: appUrl = '', DATABASE_ADMIN_URL } = process.env
  const adminUrl = DATABASE_ADMIN_URL || appUrl
  await step('Migrating the database', () => migrate({ adminUrl, appUrl, directory: 'prisma/migrations' }))

  const { checkSigningKey } = await import('#app/features/credentials/issuer/signing-key.server.ts')
  await step('Checking the issuer’s key', () => checkSigningKey(new Date()))

  const { publishContent } = await import('#app/content/publish.server.ts')
  await step('Publishing the content', () => publishContent('content'))

  if (!isDemo) return
  const { createDemoCast } = await import('#prisma/seed.ts')
  await step('Creating the demo cast', () => createDemoCast(new Date()))
}
