import { inNumber } from '#app/domain/wording.ts'
import type { MyLearning } from '#app/features/learning/view-my-learning.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'

/** What comes back today, and the way there. */
export function PracticeLine({ practice: { due, questions } }: { practice: MyLearning['practice'] }) {
  return (
    <section
      aria-labelledby="practice"
      className="flex flex-wrap items-center gap-x-8 gap-y-3 border-primary border-s-2 ps-5"
    >
      <div className="grow">
        <h2 id="practice" className="text-xl">
          Five minutes of practice
        </h2>
        <p className="text-ink-muted">
          <span className={due > 0 ? 'font-medium text-ink' : undefined}>
            {due > 0 ? inNumber(due, { one: '1 due today', other: '{n} due today' }) : 'Nothing due today'}
          </span>
          {' · '}
          {inNumber(questions, { one: '1 question in hand', other: '{n} questions in hand' })}
        </p>
      </div>
      <LinkButton href="/learn/practice" variant={due > 0 ? 'primary' : 'secondary'}>
        {due > 0 ? 'Practise' : 'See what fades'} <Icon name="arrow-right" className="size-4.5" />
      </LinkButton>
    </section>
  )
}
