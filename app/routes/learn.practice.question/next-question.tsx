import type { TypedAnswer } from '#app/features/learning/answer-fields.server.ts'
import { questionAnchor } from '#app/features/learning/place.ts'
import type { NextQuestion as Page } from '#app/features/learning/practice/view-question.server.ts'
import { QuestionForm } from '#app/features/learning/question-form.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { practiceTrail } from './trail.ts'

type NextQuestionProps = {
  page: Page
  path: string
  refused: { question: string; fault: string; typed: TypedAnswer } | undefined
}

/** The question that is due next. */
export function NextQuestion({ page: { question, course, seen, place }, path, refused }: NextQuestionProps) {
  // Another tab may have answered what was refused here.
  const fault = refused?.question === question.id ? refused : undefined
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={practiceTrail} />}
        eyebrow={course.title}
        title={`Question ${place.number} of ${place.of}`}
      />
      {fault && <ErrorSummary errors={[{ id: `${questionAnchor(question.id)}-answer`, message: fault.fault }]} />}
      <div className="max-w-measure">
        <QuestionForm
          question={question}
          action={path}
          hidden={{ course: course.slug, seen: String(seen) }}
          refused={fault}
        />
      </div>
    </>
  )
}
