import type { VignetteView } from '#app/content/vignette-view.ts'
import { minutesWords } from '#app/domain/reading-time.ts'
import { inNumber } from '#app/domain/wording.ts'
import { VignetteDue } from '#app/features/learning/vignette-due.tsx'
import { VignetteStatus } from '#app/features/learning/vignette-status.tsx'

type VignetteListProps = { vignettes: readonly VignetteView[]; zone: string; now: Date }

export function VignetteList({ vignettes, zone, now }: VignetteListProps) {
  return (
    <section aria-labelledby="vignettes">
      <h2 id="vignettes" className="pb-4 text-2xl">
        {inNumber(vignettes.length, { one: 'Vignette', other: 'Vignettes' })}
      </h2>
      <ul className="border-line border-b">
        {vignettes.map(({ slug, title, minutes, state, deadline }) => (
          <li key={slug} className="flex flex-wrap items-baseline gap-x-8 gap-y-2 border-line border-t py-4">
            <div className="grow">
              <h3 className="text-lg">
                <a href={`/vignettes/${slug}`}>{title}</a>
              </h3>
              <p className="text-ink-muted text-sm">about {minutesWords(minutes)}, marked by a training lead</p>
              {deadline && <VignetteDue deadline={deadline} zone={zone} now={now} />}
            </div>
            <VignetteStatus state={state} />
          </li>
        ))}
      </ul>
    </section>
  )
}
