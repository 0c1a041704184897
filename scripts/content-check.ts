import { listFindings } from '#app/content/findings.ts'
import { readContent } from '#app/content/read-content.server.ts'

/** `npm run content:check -- [DIR]`: reads all of the content and says what is at fault, and what is still open. */
const directory = process.argv[2] ?? 'content'
const { items, report } = await readContent(directory, { withUnsourced: true })

function say(title: string, findings: Parameters<typeof listFindings>[0]) {
  if (findings.length > 0) console.log([`${title} (${findings.length})`, ...listFindings(findings), ''].join('\n'))
}

say('For a clinician to confirm', report.confirm)
say('Claims without a source, not shown outside the demo', report.needsSource)
say('Notes', report.notes)
say('Faults', report.faults)

if (report.faults.length > 0) process.exitCode = 1
else console.log(`${items.length} items read, nothing at fault.`)
