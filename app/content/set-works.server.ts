import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { SetWork, Work } from './bibliography.ts'

/** The part of the library that is used here; it brings no types. */
type Engine = {
  opt: { development_extensions: { wrap_url_and_doi: boolean } }
  rebuildProcessorState(citations: object[], format: 'text'): [id: string, note: number, citation: string][]
  makeBibliography(): [{ entry_ids: [string][] }, string[]]
}
type Library = { Engine: new (system: object, style: string, language: string) => Engine }

const require = createRequire(import.meta.url)

/** By the package's own name for it: the built server stands in another folder. */
const file = (name: string) => readFileSync(require.resolve(`#app/content/csl/${name}`), 'utf8')

/**
 * Sets works by the style in `csl/`, in the order of a list of references. The library takes a tenth of a second to begin with, and
 * is a megabyte: so this is done once, when content is published, and never for a reader.
 */
export function setWorks(works: Readonly<Record<string, Work>>): SetWork[] {
  const { Engine } = require('citeproc') as Library
  const locale = file('locale.xml')
  const system = { retrieveLocale: () => locale, retrieveItem: (id: string) => works[id] }
  const engine = new Engine(system, file('author-date.csl'), 'en-GB')
  engine.opt.development_extensions.wrap_url_and_doi = true
  const citations = Object.keys(works).map(citationOf)
  const named = new Map(engine.rebuildProcessorState(citations, 'text').map(([key, , citation]) => [key, citation]))
  const [{ entry_ids: order }, entries] = engine.makeBibliography()
  return order.flatMap(([key], index) => {
    const work = works[key]
    return work
      ? [{ key, work, citation: withOthers(named.get(key) ?? ''), entry: withOthers(lineOf(entries[index] ?? '')) }]
      : []
  })
}

/** Each work cited once: that is what tells two of one author and year apart. */
const citationOf = (id: string) => ({ citationID: id, citationItems: [{ id }], properties: { noteIndex: 0 } })

const lineOf = (entry: string) => entry.trim().replace(/^<div class="csl-entry">(.*)<\/div>$/s, '$1')

/** CSL has no author of its own for the rest of a list that one has not read. */
const withOthers = (line: string) =>
  line.replace(/,? (?:&|&#38;) others\b/, (found) =>
    found.startsWith(',') || found.includes('#') ? ', et al.' : ' et al.',
  )
