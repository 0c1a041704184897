import { data, redirect } from 'react-router'
import { currentActor, requirePermission } from '#app/auth/guards.server.ts'
import { placeInSyllabus } from '#app/content/place-in-syllabus.ts'
import type { Actor } from '#app/domain/people.ts'
import { buyCourse, buyForm } from '#app/features/billing/buy-course.server.ts'
import { findOffer, type Offer, saleOf } from '#app/features/billing/course-offer.server.ts'
import { viewPrerequisites } from '#app/features/enrolment/view-enrolment.server.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { PracticeList } from '#app/features/learning/practice-list.tsx'
import { viewCoursePage } from '#app/features/learning/view-catalogue.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { type FormFault, faultIn, parseForm } from '#app/http/form.server.ts'
import { publicPage } from '#app/http/public-page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { CourseFacts } from './course-facts.tsx'
import { Outcomes, Syllabus, Vignettes } from './course-sections.tsx'
import { Dates } from './dates.tsx'
import { ModuleSyllabus } from './module-syllabus.tsx'
import { PartOf } from './part-of.tsx'
import { StartOrBuy } from './start-or-buy.tsx'
import { Teachers } from './teachers.tsx'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.course.title ?? 'Course'} · Stance` },
  { name: 'description', content: loaderData?.course.summary },
]

export const headers: Route.HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export async function loader(args: Route.LoaderArgs) {
  const page = await viewCoursePage(args.params.slug, args.context.get(requestContext).now)
  if (!page) throw new Response('There is no such course.', { status: 404 })
  const { tag, ...shown } = page
  const sale = saleOf(page.course)
  // Held against whoever is signed in, what the course asks for is theirs alone and belongs into no cache.
  const actor = shown.required.length > 0 ? await currentActor(args) : null
  if (actor) return data({ ...shown, sale, required: await viewPrerequisites(actor, args.params.slug) })
  // Whether it can be bought is a setting of this process, and no part of the content.
  const saleTag = sale ? `-${Number(sale.isOpen)}${Number(sale.isTest)}` : ''
  return data({ ...shown, sale }, { headers: publicPage(`${tag}${saleTag}`) })
}

/** "Start this course", or "Buy this course". Whoever has to sign in first comes back to this page. */
export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'learning.study')
  const { slug } = args.params
  const offer = await findOffer(slug)
  if (offer) return buy(args, actor, offer)
  const enrolled = await enrol(actor, slug, args.context.get(requestContext).now)
  if ('refused' in enrolled) return data<FormFault>(faultIn('', enrolled.refused, {}), { status: 400 })
  const { firstLesson, isNew } = enrolled
  if (!isNew || !firstLesson) return redirect(`/learn/${slug}`)
  return redirectWithFlash(
    `/learn/${slug}/${firstLesson}`,
    'The course is yours. You can leave and come back at any time.',
  )
}

async function buy(args: Route.ActionArgs, actor: Actor, offer: Offer) {
  const form = await parseForm(args.request, buyForm)
  if (!form.ok) return data<FormFault>(form.fault, { status: 400 })
  const bought = await buyCourse(actor, offer, form.value.price, args.context.get(requestContext).now)
  if ('fault' in bought) return data<FormFault>(faultIn('price', bought.fault, form.typed), { status: 400 })
  if ('isTheirs' in bought) return redirect(`/learn/${offer.slug}`)
  if ('checkoutUrl' in bought) return redirect(bought.checkoutUrl)
  return redirectWithFlash(
    '/settings/purchases',
    'Our payment provider does not answer just now. Your order is kept and nothing was charged: go on from here in a minute.',
    'critical',
  )
}

export default function CourseRoute({ loaderData, actionData }: Route.ComponentProps) {
  const { course, modules, lessons, partOf, vignettes, practice, cohorts, teachers, sale } = loaderData
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
          {modules.length > 0 ? <ModuleSyllabus modules={modules} /> : <Syllabus lessons={lessons} />}
          <Dates course={course.slug} cohorts={cohorts} />
          {teachers.length > 0 && <Teachers teachers={teachers} />}
          {vignettes.length > 0 && <Vignettes vignettes={vignettes} />}
          {practice.length > 0 && <PracticeList practice={practice} />}
        </div>
        <aside aria-label="About this course" className="order-first grid content-start gap-6 lg:order-last">
          <StartOrBuy sale={sale} fault={actionData} />
          <p className="text-sm">
            <a href={`/learn/${course.slug}/enrolment`}>Your enrolment</a>: where you stand with this course, if you are
            on it or have left it.
          </p>
          {partOf && <PartOf course={partOf} />}
          <CourseFacts page={loaderData} />
        </aside>
      </div>
    </>
  )
}
