import { Icon } from '#app/ui/icon.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import type { NextPlace } from './course-standing.ts'
import { hrefOf } from './place.ts'

/** The way on in a course, and what it leads to. */
export const ContinueCourse = ({ next }: { next: NextPlace }) => (
  <div className="grid gap-1.5">
    <LinkButton href={hrefOf(next.course, next)}>
      {next.isFirst ? 'Begin' : 'Continue'} <Icon name="arrow-right" className="size-4.5" />
    </LinkButton>
    <p className="text-ink-muted text-sm">
      {next.kind === 'question' ? 'Questions on: ' : 'Next: '}
      {next.title}
    </p>
  </div>
)
