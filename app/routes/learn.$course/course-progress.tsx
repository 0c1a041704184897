import type { CourseOverview } from '#app/features/learning/view-course.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import { StatusMark } from '#app/ui/status-mark.tsx'
import { Time } from '#app/ui/time.tsx'

export function CourseProgress({ course, zone }: { course: CourseOverview; zone: string }) {
  if (course.completedAt) return <Completed course={course} at={course.completedAt} zone={zone} />
  return (
    <section aria-label="Progress" className="grid max-w-measure gap-4">
      <ProgressBar
        id="course-progress"
        label="Completed"
        value={course.percent}
        max={100}
        valueText={`${course.percent} %`}
      />
      <ul className="grid gap-1.5">
        {course.because.map(({ rule, isMet, text }) => (
          <li key={rule} className="flex items-center gap-2.5">
            <StatusMark
              status={isMet ? 'met' : 'under-way'}
              className={`size-4.5 ${isMet ? 'text-positive' : 'text-primary'}`}
            />
            <span>
              {text}
              {isMet && <span className="sr-only">: met</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Completed({ course, at, zone }: { course: CourseOverview; at: Date; zone: string }) {
  const { certificateNumber } = course
  return (
    <Notice kind="positive" title="You have completed this course">
      <p>
        On <Time value={at} zone={zone} />.{' '}
        {certificateNumber ? (
          <>
            Your certificate: <a href="/certificates">{certificateNumber}</a>
          </>
        ) : (
          'Accreditation staff issue your certificate; you get a notice when it is there.'
        )}
      </p>
    </Notice>
  )
}
