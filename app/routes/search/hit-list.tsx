import type { SearchHit } from '#app/features/search/view-search.server.ts'
import { kindNames } from './kind-names.ts'

/** What was found, each with a passage in which the words are marked. */
export function HitList({ hits }: { hits: readonly SearchHit[] }) {
  return (
    <ol className="border-line border-b">
      {hits.map((hit) => (
        <li key={`${hit.kind} ${hit.href} ${hit.title}`} className="grid max-w-measure gap-1 border-line border-t py-5">
          <p className="text-ink-muted text-sm">
            {[kindNames[hit.kind].one, hit.course].filter(Boolean).join(' · ')}
            {!hit.isOpen && ' · you are not enrolled'}
          </p>
          <h3 className="text-lg">
            <a href={hit.href}>{hit.title}</a>
          </h3>
          <p>
            <Passage pieces={hit.pieces} />
          </p>
        </li>
      ))}
    </ol>
  )
}

function Passage({ pieces }: Pick<SearchHit, 'pieces'>) {
  return pieces.map(({ text, isFound }, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one passage never change places
    if (!isFound) return <span key={index}>{text}</span>
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <mark key={index} className="rounded-sm bg-primary-soft font-medium text-ink forced-colors:bg-[Mark]">
        {text}
      </mark>
    )
  })
}
