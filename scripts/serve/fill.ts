import { listFindings } from '#app/content/findings.ts'
import type { PublishedFolder } from '#app/content/publish.server.ts'
import { migrate } from '#scripts/database/migrate.ts'
import { step } from '#scripts/narrate.mjs'

/** What the files say and readers do not see, because something else was written on the authoring pages. */
const leftToDecide = ({ waiting, held }: PublishedFolder) => [
  ...(held.length > 0
    ? ['Nothing new is published: what was written under /author does not go with these files.', ...listFindings(held)]
    : []),
  ...waiting.map(
    (file) => `${file} has changed, and was changed under /author as well: choose there which is published.`,
  ),
]

/** Brings the database named by the environment up to date: tables, published content and, for a demo, its cast. */
export async function fillDatabase({ isDemo }: { isDemo: boolean }): Promise<void> {
  const { DATABASE_URL: appUrl = '', DATABASE_ADMIN_URL } = process.env
  const adminUrl = DATABASE_ADMIN_URL || appUrl
  await step('Migrating the database', () => migrate({ adminUrl, appUrl, directory: 'prisma/migrations' }))

  const { checkSigningKey } = await import('#app/features/credentials/issuer/signing-key.server.ts')
  await step('Checking the issuer’s key', () => checkSigningKey(new Date()))

  const { publishContent } = await import('#app/content/publish.server.ts')
  const content = await step('Publishing the content', () => publishContent('content'))
  for (const line of leftToDecide(content)) console.log(line)

  if (!isDemo) return
  const { createDemoCast } = await import('#prisma/seed.ts')
  await step('Creating the demo cast', () => createDemoCast(new Date()))
}
