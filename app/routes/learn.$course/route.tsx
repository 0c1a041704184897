import { redirect } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { ContinueCourse } from '#app/features/learning/continue-course.tsx'
import { PracticeList } from '#app/features/learning/practice-list.tsx'
import { type CourseOverview, viewCourse } from '#app/features/learning/view-course.server.ts'
import { requestContext } from '#app/http/context.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { CourseProgress } from './course-progress.tsx'
import { CourseTime } from './course-time.tsx'
import { LessonList } from './lesson-list.tsx'
import { ModuleList } from './module-list.tsx'
import { VignetteList } from './vignette-list.tsx'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.course.title ?? 'Course'} · Stance` },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'learning.study')
  const course = await viewCourse(actor, args.params.course)
  if (course === 'not-enrolled') throw redirect(`/courses/${args.params.course}`)
  if (!course) throw new Response('There is no such course.', { status: 404 })
  return { course, zone: actor.timeZone, now: args.context.get(requestContext).now }
}

export default function LearnCourse({ loaderData: { course, zone, now } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={trailTo(course)} />}
        title={course.title}
        actions={course.next && <ContinueCourse next={course.next} />}
      />
      <div className="grid gap-12">
        <CourseProgress course={course} zone={zone} />
        <CourseTime activeSeconds={course.activeSeconds} cpdHours={course.cpdHours} />
        {course.modules.length > 0 ? (
          <ModuleList modules={course.modules} />
        ) : (
          <LessonList course={course.slug} lessons={course.lessons} />
        )}
        {course.vignettes.length > 0 && <VignetteList vignettes={course.vignettes} zone={zone} now={now} />}
        {course.practice.length > 0 && <PracticeList practice={course.practice} />}
        <p>
          <a href={`/learn/${course.slug}/enrolment`}>Your enrolment</a>: its history, and how to leave the course.
        </p>
      </div>
    </>
  )
}

const trailTo = ({ partOf }: CourseOverview) => [
  { href: '/learn', label: 'My learning' },
  ...(partOf ? [{ href: `/learn/${partOf.slug}`, label: partOf.title }] : []),
]
