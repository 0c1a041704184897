import { Form } from 'react-router'
import { Button } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type Field = 'person' | 'action' | 'objectKind' | 'objectId' | 'from' | 'until'
type SearchFormProps = { typed: Record<Field, string>; errors: Partial<Record<Field, string[]>> }

export function SearchForm({ typed, errors }: SearchFormProps) {
  const of = (name: Field) => ({ name, defaultValue: typed[name], errors: errors[name] })
  const isNarrowed = Object.values(typed).some((value) => value !== '')
  return (
    <Form method="get" role="search" aria-label="Entries" noValidate className="grid gap-4">
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <TextField {...of('person')} type="email" label="Person’s e-mail" autoComplete="off" />
        <TextField {...of('action')} label="Action, such as “mark”" autoCapitalize="off" />
        <TextField {...of('objectKind')} label="Kind of thing" autoCapitalize="off" />
        <TextField {...of('objectId')} label="Its id" autoCapitalize="off" />
      </div>
      <div className="flex flex-wrap items-end gap-4">
        <DateField {...of('from')} label="From" />
        <DateField {...of('until')} label="Until" />
        <Button variant="secondary">Search</Button>
        {isNarrowed && (
          <a href="/admin/audit" className="inline-flex min-h-target items-center">
            Show all
          </a>
        )}
      </div>
    </Form>
  )
}
