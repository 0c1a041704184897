import { MAX_QUESTION, SEARCH_KINDS } from '#app/domain/search.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { kindNames } from './kind-names.ts'
import type { SearchQuery } from './query.ts'

type SearchFormProps = { query: SearchQuery; courses: readonly { slug: string; title: string }[] }

/** Asks the server, so that it needs no script; an address with its question can be sent to somebody. */
export function SearchForm({ query: { q, kind, module }, courses }: SearchFormProps) {
  return (
    <search>
      <form method="get" action="/search" className="grid gap-4 print:hidden">
        <TextField
          type="search"
          name="q"
          label="What are you looking for?"
          defaultValue={q}
          maxLength={MAX_QUESTION}
          autoComplete="off"
        />
        <div className="grid items-end gap-4 sm:grid-cols-[1fr_2fr_auto]">
          <SelectField
            name="kind"
            label="Kind"
            defaultValue={kind ?? ''}
            placeholder="All kinds"
            options={SEARCH_KINDS.map((value) => ({ value, label: kindNames[value].many }))}
          />
          <SelectField
            name="module"
            label="Module"
            defaultValue={module ?? ''}
            placeholder="All modules"
            options={courses.map(({ slug, title }) => ({ value: slug, label: title }))}
          />
          <div>
            <Button>Search</Button>
          </div>
        </div>
      </form>
    </search>
  )
}
