import { priceWords } from '#app/content/price-words.ts'
import { inNumber } from '#app/domain/wording.ts'
import { PrerequisiteList } from '#app/features/enrolment/prerequisite-list.tsx'
import type { CoursePage } from '#app/features/learning/view-catalogue.server.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'

const hours = { one: '1 hour', other: '{n} hours' }

/** What somebody weighs up before starting: time, hours, for whom, what completing it takes. */
export function CourseFacts({ page }: { page: Omit<CoursePage, 'tag'> }) {
  const { course, modules, lessonCount, questionCount, prerequisites, required, vignettes } = page
  const facts = [
    { term: 'Price', value: priceWords(course.price) },
    { term: 'Study time', value: inNumber(course.studyHours, hours) },
    {
      term: 'CPD',
      value: inNumber(course.cpdHours, { one: '1 hour, on the certificate', other: '{n} hours, on the certificate' }),
    },
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
    ...(modules > 0 ? [inNumber(modules, { one: '1 module', other: '{n} modules' })] : []),
    inNumber(lessons, { one: '1 lesson', other: '{n} lessons' }),
    inNumber(questions, { one: '1 question', other: '{n} questions' }),
  ].join(', ')

function Completion({ rule, vignetteCount }: { rule: CoursePage['course']['completion']; vignetteCount: number }) {
  return (
    <ul className="grid gap-1">
      {rule.lessons && <li>Every lesson read</li>}
      {rule.modules && <li>Every module completed</li>}
      {rule.attendedHours && (
        <li>
          {inNumber(rule.attendedHours, { one: '1 hour live with a cohort', other: '{n} hours live with a cohort' })}
        </li>
      )}
      {rule.questions && <li>{questionsWords(rule.correctShare)}</li>}
      {rule.vignettes && (
        <li>
          {inNumber(vignetteCount, {
            one: 'The vignette passed, as marked by a training lead',
            other: 'Every vignette passed, as marked by a training lead',
          })}
        </li>
      )}
    </ul>
  )
}

const questionsWords = (share: number | undefined) =>
  share === undefined
    ? 'Every question answered'
    : `Every question answered, at least ${Math.round(share * 100)} % right at the last try`
