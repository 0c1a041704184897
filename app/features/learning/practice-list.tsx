import { kindWords, professionsOf } from '#app/content/kind-words.ts'
import type { Vignette, VignetteKind } from '#app/content/vignette-schema.ts'
import type { VignetteView } from '#app/content/vignette-view.ts'
import { minutesWords } from '#app/domain/reading-time.ts'
import { VignetteStatus } from './vignette-status.tsx'

export type PracticeVignette = Pick<Vignette, 'slug' | 'title' | 'kind' | 'minutes' | 'professions'> & {
  /** Absent where nobody is signed in: then it is no link either. */
  state?: VignetteView['state']
}

const KEYED: readonly VignetteKind[] = ['annotate', 'script-concordance', 'situational-judgement']

/** What a course has to practise on, kind by kind. None of it is needed to complete the course. */
export function PracticeList({ practice }: { practice: readonly PracticeVignette[] }) {
  const kinds = (Object.keys(kindWords) as VignetteKind[]).filter((kind) => practice.some((one) => one.kind === kind))
  return (
    <section aria-labelledby="practice">
      <h2 id="practice" className="pb-1 text-2xl">
        To practise on
      </h2>
      <p className="max-w-measure pb-4 text-ink-muted">None of these is needed to complete the course.</p>
      {kinds.map((kind) => (
        <section key={kind} aria-labelledby={`practice-${kind}`} className="border-line border-t pt-4 pb-6">
          <h3 id={`practice-${kind}`} className="text-lg">
            {kindWords[kind].name}
          </h3>
          <p className="max-w-measure pb-1 text-ink-muted text-sm">{kindWords[kind].asks}</p>
          <ul>
            {practice
              .filter((one) => one.kind === kind)
              .map((one) => (
                <Practice key={one.slug} vignette={one} />
              ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

function Practice({ vignette }: { vignette: PracticeVignette }) {
  const { slug, title, minutes, state } = vignette
  return (
    <li className="flex flex-wrap items-baseline gap-x-8 gap-y-1 py-2">
      <div className="grow">
        {state ? <a href={`/vignettes/${slug}`}>{title}</a> : <span className="font-medium">{title}</span>}
        <p className="text-ink-muted text-sm">
          about {minutesWords(minutes)}, set for a {professionsOf(vignette)}
        </p>
      </div>
      {state && <VignetteStatus state={state} isKeyed={KEYED.includes(vignette.kind)} />}
    </li>
  )
}
