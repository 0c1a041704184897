import { Fragment } from 'react'
import { CITATION, type Reference } from './bibliography.ts'
import { referenceId, shortCitation } from './cite.ts'
import { citedKeys } from './markdown.ts'

/** Running text whose `[@key]` marks lead to the list of references. */
export function Citations({ text, references }: { text: string; references: readonly Reference[] }) {
  if (!text.includes('[@')) return text
  const parts: { from: number; before: string; keys: string[] }[] = []
  let end = 0
  for (const match of text.matchAll(CITATION)) {
    parts.push({ from: match.index, before: text.slice(end, match.index), keys: citedKeys(match[0]) })
    end = match.index + match[0].length
  }
  return (
    <>
      {parts.map(({ from, before, keys }) => (
        <Fragment key={from}>
          {before}
          <Citation works={references.filter(({ key }) => keys.includes(key))} />
        </Fragment>
      ))}
      {text.slice(end)}
    </>
  )
}

function Citation({ works }: { works: readonly Reference[] }) {
  if (works.length === 0) return null
  return (
    <span className="citation">
      (
      {works.map((work, index) => (
        <Fragment key={work.key}>
          {index > 0 && '; '}
          <a href={`#${referenceId(work.key)}`}>{shortCitation(work)}</a>
        </Fragment>
      ))}
      )
    </span>
  )
}
