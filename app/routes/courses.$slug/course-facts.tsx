import { priceWords } from '#app/content/price-words.ts'
import { PrerequisiteList } from '#app/features/enrolment/prerequisite-list.tsx'
import type { CoursePage } from '#app/features/learning/view-catalogue.server.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

/** What somebody weighs up before starting: time, hours, for whom, what completing it takes. */
export function CourseFacts({ page }: { page: Omit<CoursePage, 'tag'> }) {
  const { course, modules, lessonCount, questionCount, prerequisites, required, vignettes } = page
  const facts = [
    { term: 'Price', value: priceWords(course.price) },
    { term: 'Study time', value: counted(course.studyHours, 'hour') },
    { term: 'CPD', value: `${counted(course.cpdHours, 'hour')}, on the certificate` },
    { term: 'Format', value: course.format },
    { term: 'In it', value: contentWords({ modules: modules.length, lessons: lessonCount, questions: questionCount }) },
    { term: 'For', value: course.audience },
    ...(required.length > 0 ? [{ term: 'Asked for', value: <PrerequisiteList prerequisites={required} /> }] : []),
    {
      term: 'Advised before',
      value:
        prerequisites.length === 0
          ? 'Nothing: begin here'
          : prerequisites.map(({ slug, title }) => (
              <a key={slug} href={`/courses/${slug}`} className="block">
                {title}
              </a>
            )),
    },
    { term: 'To complete it', value: <Completion rule={course.completion} vignetteCount={vignettes.length} /> },
  ]
  return <DefinitionList facts={facts} />
}

/** "7 modules, 41 lessons, 60 questions". */
const contentWords = ({ modules, lessons, questions }: Record<'modules' | 'lessons' | 'questions', number>) =>
  [
    ...(modules > 0 ? [counted(modules, 'module')] : []),
    counted(lessons, 'lesson'),
    counted(questions, 'question'),
  ].join(', ')

function Completion({ rule, vignetteCount }: { rule: CoursePage['course']['completion']; vignetteCount: number }) {
  const right = rule.correctShare ? `, at least ${Math.round(rule.correctShare * 100)} % right at the last try` : ''
  return (
    <ul className="grid gap-1">
      {rule.lessons && <li>Every lesson read</li>}
      {rule.modules && <li>Every module completed</li>}
      {rule.attendedHours && <li>{counted(rule.attendedHours, 'hour')} live with a cohort</li>}
      {rule.questions && <li>Every question answered{right}</li>}
      {rule.vignettes && (
        <li>{vignetteCount === 1 ? 'The vignette' : 'Every vignette'} passed, as marked by a training lead</li>
      )}
    </ul>
  )
}
