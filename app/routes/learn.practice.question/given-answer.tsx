import { daysBetween } from '#app/domain/portfolio/days.ts'
import { inNumber } from '#app/domain/wording.ts'
import { Answered } from '#app/features/learning/answered.tsx'
import type { GivenQuestion } from '#app/features/learning/practice/view-question.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Time } from '#app/ui/time.tsx'
import { practiceTrail } from './trail.ts'

/** The answer as it was given, why it is right or not, when the question comes back, and the way on. */
export function GivenAnswer({ page }: { page: GivenQuestion }) {
  const { question, lesson } = page
  return (
    <>
      <PageHeader above={<Breadcrumb trail={practiceTrail} />} title="Your answer" />
      <div className="grid max-w-measure gap-8">
        <Answered question={question} headingLevel={2} />
        <div className="grid gap-1 text-ink-muted">
          <ComesBack page={page} />
          {lesson && (
            <p>
              From the lesson <a href={lesson.href}>{lesson.title}</a>.
            </p>
          )}
        </div>
        <GoOn page={page} />
      </div>
    </>
  )
}

function ComesBack({ page: { comesBackOn, today } }: { page: GivenQuestion }) {
  if (!comesBackOn) return null
  const days = daysBetween(today, comesBackOn)
  if (days === 1) return <p>This question comes back tomorrow.</p>
  return (
    <p>
      This question comes back {inNumber(days, { one: 'in 1 day', other: 'in {n} days' })}, on{' '}
      <Time value={comesBackOn} zone="UTC" />.
    </p>
  )
}

function GoOn({ page: { due, place } }: { page: GivenQuestion }) {
  const arrow = <Icon name="arrow-right" className="size-4.5" />
  if (due > 0 && !place.isEnough)
    return (
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <LinkButton href="/learn/practice/question">Next question {arrow}</LinkButton>
        <p className="text-ink-muted text-sm">
          {place.number - 1} of {place.of} answered
        </p>
      </div>
    )
  return (
    <div className="grid justify-items-start gap-3">
      <p className="font-medium">
        {due > 0 ? 'That is your five minutes for today.' : 'That was the last one that is due today.'}
      </p>
      <LinkButton href="/learn/practice">See what fades {arrow}</LinkButton>
    </div>
  )
}
