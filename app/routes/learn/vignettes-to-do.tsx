import type { VignetteView } from '#app/content/vignette-view.ts'
import { minutesWords } from '#app/domain/reading-time.ts'
import { VignetteStatus } from '#app/features/learning/vignette-status.tsx'
import { Section } from './section.tsx'

export function VignettesToDo({ vignettes }: { vignettes: readonly VignetteView[] }) {
  return (
    <Section title="Vignettes">
      {vignettes.map(({ slug, title, minutes, state }) => (
        <article key={slug} className="flex flex-wrap items-baseline gap-x-8 gap-y-2 border-line border-t py-5">
          <h3 className="grow text-lg">
            <a href={`/vignettes/${slug}`}>{title}</a>
          </h3>
          <p className="text-ink-muted text-sm">about {minutesWords(minutes)}</p>
          <VignetteStatus state={state} />
        </article>
      ))}
    </Section>
  )
}
