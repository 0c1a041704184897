import { data } from 'react-router'
import { placeInSyllabus } from '#app/content/place-in-syllabus.ts'
import { priceWords } from '#app/content/price-words.ts'
import { viewCatalogue } from '#app/features/learning/view-catalogue.server.ts'
import { requestContext } from '#app/http/context.ts'
import { publicPage } from '#app/http/public-page.ts'
import { CourseCard } from '#app/ui/course-card.tsx'
import type { Route } from './+types/route'
import { Hero } from './hero.tsx'
import { InAMinute } from './in-a-minute.tsx'
import { Modules } from './modules.tsx'
import { PathwaySection } from './pathway-section.tsx'
import { VerifyBox } from './verify-box.tsx'
import { WayToCertificate } from './way-to-certificate.tsx'
import { WhoTrains } from './who-trains.tsx'

export const handle = { bleed: true }

export const meta: Route.MetaFunction = () => [
  { title: 'Stance: training in Mentalization-Based Therapy' },
  {
    name: 'description',
    content:
      'Courses, marked clinical vignettes and certificates that anybody can check, for psychiatrists, psychologists, counsellors and mental-health nurses.',
  },
]

export const headers: Route.HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export async function loader({ context }: Route.LoaderArgs) {
  const { courses, pathway, tag } = await viewCatalogue(context.get(requestContext).now)
  return data({ courses, pathway }, { headers: publicPage(tag) })
}

export default function Home({ loaderData: { courses, pathway } }: Route.ComponentProps) {
  return (
    <>
      <Hero />
      <InAMinute />
      <WhoTrains />
      {pathway && <PathwaySection pathway={pathway} courses={courses} />}
      <section
        id="courses"
        aria-labelledby="courses-title"
        className="mx-auto max-w-page scroll-mt-6 px-gutter pt-section pb-12"
      >
        <h2 id="courses-title" className="pb-8 text-3xl">
          Courses
        </h2>
        {courses
          .filter(({ partOf }) => !partOf)
          .map((course) => (
            <CourseCard
              key={course.slug}
              course={{ ...course, place: placeInSyllabus(course), price: priceWords(course.price) }}
            >
              {course.modules.length > 0 && <Modules modules={course.modules} />}
            </CourseCard>
          ))}
      </section>
      <WayToCertificate />
      <VerifyBox />
    </>
  )
}
