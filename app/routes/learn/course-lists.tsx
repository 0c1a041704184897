import { priceWords } from '#app/content/price-words.ts'
import { inNumber } from '#app/domain/wording.ts'
import { ContinueCourse } from '#app/features/learning/continue-course.tsx'
import { ModuleProgress } from '#app/features/learning/module-progress.tsx'
import type { MyCourse, MyLearning } from '#app/features/learning/view-my-learning.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import { Time } from '#app/ui/time.tsx'
import { Section } from './section.tsx'

export function CoursesUnderWay({ courses }: { courses: readonly MyCourse[] }) {
  return (
    <Section title="Under way">
      {courses.map((course) => (
        <article key={course.slug} className="grid gap-x-12 gap-y-5 border-line border-t py-6 md:grid-cols-[1fr_18rem]">
          <div className="grid content-start gap-3">
            <h3 className="text-xl">
              <a href={`/learn/${course.slug}`}>{course.title}</a>
            </h3>
            <ul className="flex flex-wrap gap-x-5 gap-y-1 text-ink-muted text-sm">
              {course.because.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
            {course.modules.length > 0 && <Modules modules={course.modules} />}
          </div>
          <div className="grid content-start gap-4">
            <ProgressBar
              id={`progress-${course.slug}`}
              label={`Progress in ${course.title}`}
              hideLabel
              value={course.percent}
              max={100}
              valueText={`${course.percent} %`}
            />
            <Continue course={course} />
          </div>
        </article>
      ))}
    </Section>
  )
}

/** Each module with its own number, of which the course's is made. */
function Modules({ modules }: Pick<MyCourse, 'modules'>) {
  return (
    <ol className="mt-2 grid gap-x-8 gap-y-3 sm:grid-cols-2">
      {modules.map((module) => (
        <li key={module.slug} className="grid content-start gap-1">
          <a href={module.isEnrolled ? `/learn/${module.slug}` : `/courses/${module.slug}`}>{module.title}</a>
          <ModuleProgress module={module} />
        </li>
      ))}
    </ol>
  )
}

function Continue({ course: { next, vignettes } }: { course: MyCourse }) {
  if (next) return <ContinueCourse next={next} />
  const isWaiting = vignettes.some(({ state }) => state === 'submitted')
  return (
    <p className="text-sm">{isWaiting ? 'All done but the marks, which a training lead is giving.' : 'All done.'}</p>
  )
}

export function CompletedCourses({ courses, zone }: { courses: readonly MyCourse[]; zone: string }) {
  return (
    <Section title="Completed">
      {courses.map(({ slug, title, completedAt, certificateNumber }) => (
        <article key={slug} className="flex flex-wrap items-baseline gap-x-8 gap-y-2 border-line border-t py-5">
          <h3 className="grow text-lg">
            <a href={`/learn/${slug}`}>{title}</a>
          </h3>
          {completedAt && (
            <p className="text-ink-muted text-sm">
              Completed on <Time value={completedAt} zone={zone} />
            </p>
          )}
          <p className="text-sm">
            {certificateNumber ? (
              <a href="/certificates" className="inline-flex min-h-6 items-center gap-1.5">
                <Icon name="seal" className="size-4.5" /> Certificate {certificateNumber}
              </a>
            ) : (
              'Your certificate is being prepared'
            )}
          </p>
        </article>
      ))}
    </Section>
  )
}

export function CoursesToBegin({ courses }: { courses: MyLearning['notBegun'] }) {
  return (
    <Section title="Courses you can start">
      {courses.map(({ slug, title, summary, studyHours, price, partOf }) => (
        <article key={slug} className="grid gap-1 border-line border-t py-5">
          <h3 className="text-lg">
            <a href={`/courses/${slug}`}>{title}</a>
          </h3>
          <p className="max-w-measure text-ink-muted">{summary}</p>
          <p className="text-ink-muted text-sm">
            {inNumber(studyHours, { one: '1 hour', other: '{n} hours' })} · {priceWords(price)}
            {partOf && ` · belongs to ${partOf}`}
          </p>
        </article>
      ))}
    </Section>
  )
}
