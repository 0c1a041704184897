import { Form } from 'react-router'
import type { VignettePage } from '#app/features/assessment/view-vignette.server.ts'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'

type BeginPanelProps = { vignette: VignettePage; zone: string }

/** The one thing to do next: begin, go on, enrol, or know from when. */
export function BeginPanel({ vignette, zone }: BeginPanelProps) {
  const { slug, because, attempts } = vignette
  if (because?.rule === 'open')
    return (
      <div>
        <LinkButton href={`/vignettes/${slug}/answer`}>Go on with your answer</LinkButton>
      </div>
    )
  if (because) return <Refusal vignette={vignette} zone={zone} />
  return (
    <Form method="post" reloadDocument className="grid justify-items-start gap-2">
      <Button>{attempts.length === 0 ? 'Begin' : 'Begin another attempt'}</Button>
      <p className="max-w-measure text-ink-muted text-sm">
        Beginning uses one attempt. You then see the case, and can take the time you need.
      </p>
    </Form>
  )
}

function Refusal({ vignette: { because, courses }, zone }: BeginPanelProps) {
  if (!because) return null
  if (because.rule === 'enrolment') return <EnrolFirst courses={courses} />
  return (
    <Notice kind={because.rule === 'passed' ? 'positive' : 'info'} title={because.text}>
      {because.from && (
        <p>
          You can begin again from <Time value={because.from} zone={zone} style="date-time" />. Reading the lessons
          again is a good use of the time.
        </p>
      )}
      {because.rule === 'attempts' && <p>Talk to your training lead about what comes next.</p>}
    </Notice>
  )
}

function EnrolFirst({ courses }: Pick<VignettePage, 'courses'>) {
  if (courses.length === 0) return <Notice title="This vignette is not part of a course at present." />
  return (
    <Notice title="Enrol in its course first">
      <ul>
        {courses.map(({ slug, title }) => (
          <li key={slug}>
            <a href={`/courses/${slug}`}>{title}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
