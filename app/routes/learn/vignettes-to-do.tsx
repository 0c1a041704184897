import type { VignetteView } from '#app/content/vignette-view.ts'
import { minutesWords } from '#app/domain/reading-time.ts'
import { VignetteDue } from '#app/features/learning/vignette-due.tsx'
import { VignetteStatus } from '#app/features/learning/vignette-status.tsx'
import { Section } from './section.tsx'

type VignettesToDoProps = { vignettes: readonly VignetteView[]; zone: string; now: Date }

export function VignettesToDo({ vignettes, zone, now }: VignettesToDoProps) {
  return (
    <Section title="Vignettes">
      {vignettes.map(({ slug, title, minutes, state, deadline }) => (
        <article key={slug} className="flex flex-wrap items-baseline gap-x-8 gap-y-2 border-line border-t py-5">
          <h3 className="grow text-lg">
            <a href={`/vignettes/${slug}`}>{title}</a>
          </h3>
          {deadline && <VignetteDue deadline={deadline} zone={zone} now={now} />}
          <p className="text-ink-muted text-sm">about {minutesWords(minutes)}</p>
          <VignetteStatus state={state} />
        </article>
      ))}
    </Section>
  )
}
