import { PROFESSIONS, professionNames } from '#app/domain/people.ts'
import { worksWithKeys, worksWithNames } from '#app/domain/register.ts'
import type { RegisterQuery } from '#app/features/register/asked.ts'
import type { Choice, RegisterView } from '#app/features/register/view-register.server.ts'
import { Button } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

const states = [
  { value: 'valid', label: 'Valid' },
  { value: 'suspended', label: 'Suspended' },
  { value: 'ended', label: 'Lapsed or expired' },
  { value: 'revoked', label: 'Revoked' },
]
const professions = PROFESSIONS.map((value) => ({ value, label: professionNames[value] }))
const worksWith = worksWithKeys.map((value) => ({ value, label: worksWithNames([value])[0] ?? value }))

type QuestionProps = {
  query: RegisterQuery
  view: Pick<RegisterView, 'countries' | 'languages' | 'titles'>
  typedDay: string
  fault: string | undefined
}

/** What can be asked of the register. Choices that somebody in it has, and no others, where these are many. */
export function Question({ query, view: { countries, languages, titles }, typedDay, fault }: QuestionProps) {
  const choose = (name: keyof RegisterQuery, label: string, placeholder: string, options: readonly Choice[]) => (
    <SelectField {...{ name, label, placeholder, options }} defaultValue={String(query[name] ?? '')} />
  )
  return (
    <search>
      <form method="get" action="/register" noValidate className="mb-8 grid gap-4">
        <div className="grid gap-4 min-[22rem]:grid-cols-2 lg:grid-cols-3">
          <div className="max-sm:col-span-full">
            <TextField name="name" type="search" label="Name" defaultValue={query.name ?? ''} autoComplete="off" />
          </div>
          <TextField name="town" type="search" label="Town" defaultValue={query.town ?? ''} autoComplete="off" />
          {choose('country', 'Country', 'Any country', countries)}
          {choose('profession', 'Profession', 'Any profession', professions)}
          {choose('language', 'Language', 'Any language', languages)}
          {choose('worksWith', 'Works with', 'Anybody', worksWith)}
          {choose(
            'title',
            'Status',
            'Any status',
            titles.map((title) => ({ value: title, label: title })),
          )}
          {choose('state', 'State', 'Any state', states)}
          <DateField name="on" label="On this day" defaultValue={typedDay} errors={fault ? [fault] : undefined} />
        </div>
        <div className="flex flex-wrap gap-3">
          <Button>Search</Button>
          <LinkButton href="/register" variant="quiet">
            Start again
          </LinkButton>
        </div>
      </form>
    </search>
  )
}
