import { pathwayVersion } from '#app/content/catalogue.server.ts'
import { findCurrentItem } from '#app/db/content.server.ts'
import { askedIn } from '#app/domain/pathway/asked.ts'
import { inTerm, type Term } from '#app/domain/pathway/days.ts'

/**
 * What a status asks for, as anybody may read it: credentials name this page as what they were given for. Two statements at most.
 * @throws 404 for a pathway that is not here; one that is not offered any more is still read by whoever checks an older status.
 */
export async function viewPathwayPage(slug: string) {
  const item = await findCurrentItem('pathway', slug)
  if (!item) throw new Response('There is no such pathway.', { status: 404 })
  const { title, version, source, requirements, renewal } = await pathwayVersion(item.versionId)
  const listed = (asked: typeof requirements) => askedIn(asked).map(({ id, title, why }) => ({ id, title, why }))
  return {
    ...{ title, version, source, tag: item.versionId },
    requirements: listed(requirements),
    renewal: renewal ? { every: renewedEvery(renewal.every), requirements: listed(renewal.requirements) } : null,
  }
}

const renewedEvery = (term: Term) =>
  inTerm(term, {
    years: { one: 'It is renewed every year.', other: 'It is renewed every {n} years.' },
    months: { one: 'It is renewed every month.', other: 'It is renewed every {n} months.' },
  })
