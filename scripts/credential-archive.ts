import { writeFileSync } from 'node:fs'
import { archivePage } from './credential/archive-page.ts'
import { withDatabase } from './database/with-database.ts'
import { explain, Fault } from './narrate.mjs'

// npm run credential:archive -- FILE: what a verifier needs when we are gone. Publish it elsewhere, after every change of keys and every month.

async function main() {
  const [file, ...others] = process.argv.slice(2)
  if (!file || others.length > 0) throw new Fault('Usage: npm run credential:archive -- FILE.json')
  await withDatabase(async () => {
    const { exportArchive } = await import('#app/features/credentials/archive/export-archive.server.ts')
    const archive = await exportArchive(new Date())
    const page = file.replace(/(\.json)?$/, '.html')
    writeFileSync(file, `${JSON.stringify(archive, null, 2)}\n`)
    writeFileSync(page, await archivePage(archive))
    console.log(
      `${file} is signed by ${archive.signature.key}. Publish this key beside it, and at a second place.\n` +
        `${page} is a page that checks certificates by it and needs nothing else.`,
    )
  })
}

await main().catch((error) => {
  console.error(explain(error))
  process.exitCode = 1
})
