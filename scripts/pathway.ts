import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { findingLine } from '#app/content/findings.ts'
import { pathwaySchema } from '#app/content/pathway-schema.ts'
import { parseYaml } from '#app/content/yaml-file.ts'
import { evaluatePathway } from '#app/domain/pathway/evaluate-pathway.ts'
import type { PathwayFacts } from '#app/domain/pathway/facts.ts'
import type { Pathway } from '#app/domain/pathway/rules.ts'
import { evaluateRenewalOf } from '#app/domain/renewal.ts'
import { printPathway } from './pathway/print-pathway.ts'
import { readFacts } from './pathway/read-facts.ts'

// npm run pathway -- PATHWAY FACTS.json [--at DATE] [--renewal [--since DATE]] [--json]: what a pathway makes of somebody. See docs/pathways.md.

const USAGE = 'Usage: npm run pathway -- PATHWAY FACTS.json [--at YYYY-MM-DD] [--renewal [--since YYYY-MM-DD]] [--json]'

function main(): void {
  const { pathway, facts, at, since, isRenewal, isJson } = readArguments()
  const { title, version, renewal = null } = pathway
  const evaluated = isRenewal
    ? evaluateRenewalOf({ title, version, renewal, since }, facts, at)
    : evaluatePathway(pathway, facts, at)
  console.log(isJson ? JSON.stringify(evaluated, null, 2) : printPathway(evaluated))
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      at: { type: 'string' },
      since: { type: 'string' },
      renewal: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  })
  const [name, file, ...others] = positionals
  if (!name || !file || others.length > 0) throw new Error(USAGE)
  return {
    pathway: pathwayNamed(name),
    facts: factsIn(file),
    at: values.at === undefined ? new Date().toISOString().slice(0, 10) : dayOf(values.at),
    // The first day of the status: what was done before it does not count again.
    since: values.since === undefined ? '0000-01-01' : dayOf(values.since),
    isRenewal: values.renewal ?? false,
    isJson: values.json ?? false,
  }
}

/** A file, or the name of one of the shipped pathways. */
function pathwayNamed(name: string): Pathway {
  const file = existsSync(name) ? name : `content/pathways/${name}.yaml`
  if (!existsSync(file)) throw new Error(`There is neither a file ${name} nor a pathway of that name.`)
  const { source, faults } = parseYaml(pathwaySchema, { file, text: readFileSync(file, 'utf8') })
  if (!source)
    throw new Error([`${file} cannot be used:`, ...faults.map((fault) => `  ${findingLine(fault)}`)].join('\n'))
  return source.value
}

function factsIn(file: string): PathwayFacts {
  const read = readFacts(readFileSync(file, 'utf8'))
  if ('faults' in read) throw new Error([`${file} cannot be used:`, ...read.faults].join('\n'))
  return read.facts
}

function dayOf(text: string): string {
  if (!z.iso.date().safeParse(text).success) throw new Error(`"${text}" is no day. Write for example 2026-03-31.`)
  return text
}

try {
  main()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
