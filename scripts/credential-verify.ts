import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { didDocumentSchema } from '#app/domain/credential/archive.ts'
import { offlineAnswer } from '#app/domain/credential/offline-answer.ts'
import { issuerOf } from '#app/domain/credential/open-badge.ts'
import { readArchive, sourcesOf } from '#app/features/credentials/archive/read-archive.ts'
import { readFile } from '#app/features/credentials/reading/read-file.ts'
import { type Sources, verifyBadge } from '#app/features/credentials/signing/verify-badge.ts'
import { printVerified } from './credential/print-verified.ts'
import { explain, Fault } from './narrate.mjs'

// npm run credential:verify -- FILE: checks a credential without asking anybody. It needs neither a database nor a network.

const USAGE = `Usage: npm run credential:verify -- FILE [--archive ARCHIVE.json] [--issuer DID.json]
  FILE       a credential as JSON, or a PDF, PNG or SVG that carries one
  --archive  the issuer's published archive; credential-archive.json is taken if it lies here
  --issuer   the DID document of another issuer, as its did:web address gives it`

const USUAL_ARCHIVE = 'credential-archive.json'

async function main() {
  const { file, archive, issuer } = readArguments()
  const now = new Date()
  const reading = await readFile(readFileSync(file))
  if ('fault' in reading) throw new Fault(reading.fault)
  const sources = withIssuer(await sourcesFrom(archive, now), issuer)
  const verified = await verifyBadge(reading.credential, sources)
  const { findings, badge } = verified
  const isKnown = badge !== undefined && sources.knownIssuer(issuerOf(badge)) !== undefined
  const answer = offlineAnswer(findings, { asOf: findings.status.asOf, isKnown })
  console.log(printVerified(verified))
  console.log(`\nAnswer: ${answer.text}`)
  process.exitCode = answer.isGood ? 0 : 1
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { archive: { type: 'string' }, issuer: { type: 'string' } },
  })
  const [file, ...others] = positionals
  if (!file || others.length > 0) throw new Fault(USAGE)
  const archive = values.archive ?? (existsSync(USUAL_ARCHIVE) ? USUAL_ARCHIVE : undefined)
  for (const needed of [file, archive, values.issuer])
    if (needed && !existsSync(needed)) throw new Fault(`There is no file ${needed}.`)
  return { file, archive, issuer: values.issuer }
}

async function sourcesFrom(archive: string | undefined, now: Date): Promise<Sources> {
  if (!archive) return { now, knownIssuer: () => undefined, statusList: () => undefined }
  const { contents, signedBy } = await readArchive(jsonIn(archive)).catch((error: Error) => {
    throw new Fault(`${archive}: ${error.message}`)
  })
  console.log(
    `Archive of ${contents.exportedAt.slice(0, 10)}, signed by ${signedBy}: compare this key with what the issuer published.`,
  )
  return sourcesOf(contents, now)
}

/** One more issuer, by a document that was given. */
function withIssuer(sources: Sources, file: string | undefined): Sources {
  if (!file) return sources
  const { data: document } = didDocumentSchema.safeParse(jsonIn(file))
  if (!document) throw new Fault(`${file} is no DID document.`)
  const given = { document, name: document.id, isOurs: false }
  return { ...sources, knownIssuer: (did) => (did === document.id ? given : sources.knownIssuer(did)) }
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new Fault(`${file} is not JSON.`)
  }
}

await main().catch((error) => {
  console.error(explain(error))
  process.exitCode = 1
})
