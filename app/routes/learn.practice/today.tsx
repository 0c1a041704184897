import { daysBetween } from '#app/domain/portfolio/days.ts'
import { inNumber } from '#app/domain/wording.ts'
import type { PracticeOverview } from '#app/features/learning/practice/view-practice.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Time } from '#app/ui/time.tsx'

/** What is due, and where to begin. */
export function Today({ page }: { page: PracticeOverview }) {
  const { due, answeredToday, place } = page
  return (
    <section aria-labelledby="today" className="grid justify-items-start gap-4">
      <h2 id="today" className="text-2xl">
        {due > 0 ? inNumber(due, { one: '1 due today', other: '{n} due today' }) : 'Nothing is due today'}
      </h2>
      <p className="max-w-measure text-ink-muted">
        <WhatNow page={page} />
      </p>
      {due > 0 && (
        <LinkButton href={`/learn/practice/question${place.isEnough ? '?on=1' : ''}`}>
          {answeredToday === 0 ? 'Begin' : 'Go on'} <Icon name="arrow-right" className="size-4.5" />
        </LinkButton>
      )}
      <p className="max-w-measure text-ink-muted text-sm">
        What you answer here is for you: it changes neither how far you are in a course nor any mark, and nobody else
        sees it.
      </p>
    </section>
  )
}

function WhatNow({ page: { due, answeredToday, place, today, nextOn } }: { page: PracticeOverview }) {
  const answered = inNumber(answeredToday, {
    one: 'You answered one question today.',
    other: 'You answered {n} questions today.',
  })
  if (due === 0)
    return (
      <>
        {answeredToday > 0 && `${answered} `}
        {nextOn && <NextOne today={today} nextOn={nextOn} />}
      </>
    )
  if (place.isEnough) return `${answered} That is your five minutes; the rest can wait until tomorrow.`
  const questions = place.of - place.number + 1
  const session = inNumber(
    questions,
    { one: 'One question, about a minute.', other: '{n} questions, about {minutes}.' },
    { minutes: minutesFor(questions) },
  )
  return answeredToday > 0 ? `${answered} ${session}` : session
}

function NextOne({ today, nextOn }: { today: string; nextOn: string }) {
  if (daysBetween(today, nextOn) === 1) return 'The next one comes back tomorrow.'
  return (
    <>
      The next one comes back on <Time value={nextOn} zone="UTC" />.
    </>
  )
}

/** Some forty seconds each, as a session is measured. */
function minutesFor(questions: number): string {
  const minutes = Math.max(1, Math.round((questions * 5) / 8))
  return inNumber(minutes, { one: 'a minute', other: '{n} minutes' })
}
