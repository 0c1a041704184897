import { data, redirect } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { placeInSyllabus } from '#app/content/place-in-syllabus.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { PracticeList } from '#app/features/learning/practice-list.tsx'
import { viewCoursePage } from '#app/features/learning/view-catalogue.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { publicPage } from '#app/http/public-page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { CourseFacts } from './course-facts.tsx'
import { Outcomes, Syllabus, Vignettes } from './course-sections.tsx'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.course.title ?? 'Course'} · Stance` },
  { name: 'description', content: loaderData?.course.summary },
]

export const headers: Route.HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export async function loader({ params }: Route.LoaderArgs) {
  const page = await viewCoursePage(params.slug)
  if (!page) throw new Response('There is no such course.', { status: 404 })
  const { tag, ...shown } = page
  return data(shown, { headers: publicPage(tag) })
}

/** "Start this course". Whoever has to sign in first comes back to this page. */
export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'learning.study')
  const { slug } = args.params
  const { firstLesson, isNew } = await enrol(actor, slug, args.context.get(requestContext).now)
  if (!isNew || !firstLesson) return redirect(`/learn/${slug}`)
  return redirectWithFlash(
    `/learn/${slug}/${firstLesson}`,
    'The course is yours. You can leave and come back at any time.',
  )
}

export default function CourseRoute({ loaderData }: Route.ComponentProps) {
  const { course, lessons, vignettes, practice } = loaderData
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/#courses', label: 'Courses' }]} />}
        eyebrow={placeInSyllabus(course)}
        title={course.title}
        lead={course.summary}
      />
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid content-start gap-12 lg:order-first">
          <Outcomes outcomes={course.outcomes} />
          <Syllabus lessons={lessons} />
          {vignettes.length > 0 && <Vignettes vignettes={vignettes} />}
          {practice.length > 0 && <PracticeList practice={practice} />}
        </div>
        <aside aria-label="About this course" className="order-first grid content-start gap-6 lg:order-last">
          <form method="post" className="grid gap-2">
            <Button className="w-full">Start this course</Button>
            <p className="text-ink-muted text-sm">
              Free. You need an account; if you have begun already, it takes you on.
            </p>
          </form>
          <CourseFacts page={loaderData} />
        </aside>
      </div>
    </>
  )
}
