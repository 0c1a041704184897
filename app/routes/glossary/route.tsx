import { data } from 'react-router'
import { References } from '#app/content/references.tsx'
import { inNumber } from '#app/domain/wording.ts'
import { Entry } from '#app/features/glossary/entry.tsx'
import { byLetter, findTerms } from '#app/features/glossary/find-terms.ts'
import { viewGlossary } from '#app/features/glossary/view-glossary.server.ts'
import { publicPage } from '#app/http/public-page.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { Letters } from './letters.tsx'
import { SearchForm } from './search-form.tsx'
import { UnderLetter } from './under-letter.tsx'

export const meta: Route.MetaFunction = () => [
  { title: 'Glossary · Stance' },
  { name: 'description', content: 'The words of Mentalization-Based Therapy, explained in plain language.' },
]

export const headers: Route.HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export async function loader({ request }: Route.LoaderArgs) {
  const question = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 100)
  const { terms, references, tag } = await viewGlossary()
  return data(
    { question, found: findTerms(terms, question), references, count: terms.length },
    { headers: publicPage(tag) },
  )
}

export default function GlossaryRoute({ loaderData }: Route.ComponentProps) {
  const { question, found, references, count } = loaderData
  return (
    <>
      <PageHeader
        title="Glossary"
        lead="The words of Mentalization-Based Therapy as these courses use them, each with the lesson that teaches it."
      />
      <SearchForm question={question} />
      <div className="grid gap-10 pt-8">
        {question ? (
          <Found question={question} found={found} references={references} />
        ) : (
          <Whole terms={found} references={references} />
        )}
        {count > 0 && (
          <div className="prose">
            <References works={references} />
          </div>
        )}
      </div>
    </>
  )
}

type ListProps = Pick<Route.ComponentProps['loaderData'], 'found' | 'references'>

function Found({ question, found, references }: ListProps & { question: string }) {
  return (
    <section aria-labelledby="found" className="grid gap-8">
      <div className="grid gap-2">
        <h2 id="found" className="text-2xl">
          {found.length === 0
            ? `Nothing found for “${question}”`
            : inNumber(
                found.length,
                { one: 'One entry for “{question}”', other: '{n} entries for “{question}”' },
                { question },
              )}
        </h2>
        <p>
          <a href="/glossary">See the whole glossary</a>
        </p>
      </div>
      {found.map((term) => (
        <Entry key={term.slug} term={term} references={references} />
      ))}
    </section>
  )
}

function Whole({ terms, references }: { terms: ListProps['found']; references: ListProps['references'] }) {
  const letters = byLetter(terms)
  return (
    <>
      <Letters letters={letters.map(({ letter }) => letter)} />
      {letters.map((group) => (
        <UnderLetter key={group.letter} group={group} references={references} />
      ))}
    </>
  )
}
