import type { Pathway } from '#app/content/content-body.ts'
import { priceWords } from '#app/content/price-words.ts'
import { inTerm, type Term } from '#app/domain/pathway/days.ts'
import type { CatalogueCourse } from '#app/features/learning/view-catalogue.server.ts'

type Cost = { term: string; value: string }

/** Each thing that is paid here with its price: courses, their modules by themselves, and the fees of the pathway. */
export const costsOf = (courses: readonly CatalogueCourse[], { fee, renewal }: Pathway): Cost[] => [
  ...courses
    .filter(({ partOf }) => !partOf)
    .flatMap((course) => [{ term: course.title, value: priceWords(course.price) }, ...modulesCost(course)]),
  ...(fee ? [{ term: 'Looking at an application', value: priceWords(fee.price) }] : []),
  ...(renewal?.fee ? [{ term: renewingEvery(renewal.every), value: priceWords(renewal.fee.price) }] : []),
]

/** One line where all cost the same. */
function modulesCost({ title, modules }: CatalogueCourse): Cost[] {
  const prices = new Set(modules.map(({ price }) => priceWords(price)))
  const [only] = prices
  if (only !== undefined && prices.size === 1) return [{ term: `A module of ${title} by itself`, value: only }]
  return modules.map((module) => ({ term: `${module.title}, by itself`, value: priceWords(module.price) }))
}

const renewingEvery = (term: Term) =>
  inTerm(term, {
    years: { one: 'Renewing the status, every year', other: 'Renewing the status, every {n} years' },
    months: { one: 'Renewing the status, every month', other: 'Renewing the status, every {n} months' },
  })
