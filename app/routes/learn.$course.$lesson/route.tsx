import { data, redirect } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { minutesWords } from '#app/domain/reading-time.ts'
import { givenAnswer } from '#app/features/learning/answer-fields.server.ts'
import { answerQuestion } from '#app/features/learning/answer-question.server.ts'
import { lessonForm } from '#app/features/learning/lesson-forms.server.ts'
import { markLessonRead } from '#app/features/learning/mark-lesson-read.server.ts'
import { backFromRemovedLesson } from '#app/features/learning/own-course.server.ts'
import { questionAnchor } from '#app/features/learning/place.ts'
import { viewLesson } from '#app/features/learning/view-lesson.server.ts'
import { requestContext } from '#app/http/context.ts'
import { parseForm } from '#app/http/form.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import '#app/rich-text/rich-text.css'
import type { Route } from './+types/route'
import { ContinueReading } from './continue-reading.tsx'
import { CourseCompleted } from './course-completed.tsx'
import { FinishLesson } from './finish-lesson.tsx'
import { LessonText } from './lesson-text.tsx'
import { OwnNotes } from './own-notes.tsx'
import { Questions } from './questions.tsx'
import { SideContents } from './side-contents.tsx'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.lesson.title ?? 'Lesson'} · Stance` },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'learning.study')
  const again = new URL(args.request.url).searchParams.get('again')
  const page = await viewLesson(actor, args.params, again)
  if (page === 'not-enrolled') throw redirect(`/courses/${args.params.course}`)
  if (page === 'removed') throw backFromRemovedLesson(args.params)
  if (!page) throw new Response('There is no such lesson.', { status: 404 })
  return page
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'learning.study')
  const { course, lesson } = args.params
  const { now } = args.context.get(requestContext)
  const form = await parseForm(args.request, lessonForm)
  if (!form.ok) throw new Response('This form is not one of this page.', { status: 400 })

  if (form.value.intent === 'read') {
    const { nextLesson, hasCompleted } = await markLessonRead(actor, args.params, now, form.value.key)
    return redirect(nextLesson && !hasCompleted ? `/learn/${course}/${nextLesson}` : `/learn/${course}`)
  }
  const { question, key } = form.value
  const answer = { questionId: question, key, chosen: givenAnswer(form.value), print: form.value.print }
  const result = await answerQuestion(actor, args.params, answer, now)
  if ('fault' in result) return data({ question, fault: result.fault, typed: form.value }, { status: 400 })
  return redirect(`/learn/${course}/${lesson}#${questionAnchor(question)}`)
}

export default function Lesson({ loaderData: page, actionData: refused }: Route.ComponentProps) {
  const { course, lesson } = page
  const path = `/learn/${course.slug}/${lesson.slug}`
  const trail = [
    { href: '/learn', label: 'My learning' },
    { href: `/learn/${course.slug}`, label: course.title },
  ]
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={trail} />}
        eyebrow={`Lesson ${lesson.number} of ${page.lessons.length} · ${minutesWords(lesson.minutes)}`}
        title={lesson.title}
        lead={lesson.aim}
        actions={
          <LinkButton variant="quiet" href={`${path}.pdf`} download className="needs-network">
            Save as PDF
          </LinkButton>
        }
      />
      {refused && <ErrorSummary errors={[{ id: questionAnchor(refused.question), message: refused.fault }]} />}
      <p className="without-network unsent max-w-measure">
        There is no network, and this is the lesson as your device keeps it. What you mark, write and answer is sent
        later. Recordings, the PDF, trying a question again and asking your training lead have to wait.
      </p>
      {page.stoppedAt && <ContinueReading {...page.stoppedAt} />}
      <div className="lesson-page">
        <SideContents page={page} />
        <div className="lesson-column">
          <LessonText outcomes={lesson.outcomes} html={page.html} path={path} mediaPlaces={page.mediaPlaces} />
          {page.questions.length > 0 && <Questions questions={page.questions} path={path} refused={refused} />}
          {page.hasCompleted && <CourseCompleted course={course.slug} />}
          <OwnNotes page={page} path={path} />
          <FinishLesson page={page} path={path} />
        </div>
      </div>
    </>
  )
}
