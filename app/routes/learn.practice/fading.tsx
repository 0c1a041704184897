import { DAYS_AHEAD } from '#app/domain/practice/fading.ts'
import { inNumber } from '#app/domain/wording.ts'
import type { PractisedModule } from '#app/features/learning/practice/view-practice.server.ts'
import { IntervalChart } from '#app/ui/interval-chart.tsx'

const percent = (share: number) => Math.round(share * 100)

/** What of each module one would probably still know, in a picture and in words. */
export function Fading({ modules }: { modules: readonly PractisedModule[] }) {
  return (
    <section aria-labelledby="fading">
      <h2 id="fading" className="pb-2 text-2xl">
        What fades
      </h2>
      <p className="max-w-measure pb-4 text-ink-muted">
        Of 100 questions like yours, about how many would you still know? The dot is today; the line leads to where you
        would be in {DAYS_AHEAD} days without practice.
      </p>
      <IntervalChart
        domain={[0, 100]}
        ticks={[0, 25, 50, 75, 100]}
        rows={modules.map((module) => ({
          key: module.slug,
          label: <Module module={module} />,
          words: (
            <>
              today about {percent(module.knownToday)} %, in {DAYS_AHEAD} days {percent(module.knownLater)} %
            </>
          ),
          points: [percent(module.knownToday)],
          low: percent(module.knownLater),
          high: percent(module.knownToday),
        }))}
      />
      <p className="max-w-measure pt-6 text-ink-muted text-sm">
        These are estimates, not measurements. They come from a published model of forgetting (FSRS 6, with the weights
        that it begins with), from how you answered and how long ago that was. It was fitted to other people’s
        flashcards, a choice among options can be guessed, and of a handful of questions it says little.
      </p>
    </section>
  )
}

function Module({ module: { slug, title, questions, due } }: { module: PractisedModule }) {
  return (
    <>
      <a href={`/learn/${slug}`}>{title}</a>
      <span className="block text-ink-muted text-sm">
        {inNumber(questions, { one: '1 question in hand', other: '{n} questions in hand' })}
        {' · '}
        {due === 0 ? 'none due' : inNumber(due, { one: '1 due', other: '{n} due' })}
      </span>
    </>
  )
}
