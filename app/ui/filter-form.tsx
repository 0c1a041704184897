import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { SelectField } from './select-field.tsx'
import { TextField } from './text-field.tsx'

type FilterFormProps = { action?: string; children: ReactNode }

/** Narrows a list by its own address, so that what is seen can be sent to somebody. */
export const FilterForm = ({ action, children }: FilterFormProps) => (
  <search>
    <form method="get" action={action} className="mb-6 flex flex-wrap items-end gap-3">
      {children}
      <Button variant="secondary">Show</Button>
    </form>
  </search>
)

type Asked = { name: string; label: string; value: string | undefined }

export const FilterText = ({ value = '', ...field }: Asked) => (
  <Room>
    <TextField {...field} type="search" defaultValue={value} autoComplete="off" />
  </Room>
)

type FilterChoiceProps = Asked & {
  /** What it says where nothing is chosen; absent where something always is. */
  all?: string
  options: readonly { value: string; label: string }[]
}

export const FilterChoice = ({ value = '', all, options, ...field }: FilterChoiceProps) => (
  <Room>
    <SelectField
      {...field}
      defaultValue={value}
      options={[...(all === undefined ? [] : [{ value: '', label: all }]), ...options]}
    />
  </Room>
)

const Room = ({ children }: { children: ReactNode }) => <div className="min-w-48 flex-1 sm:max-w-72">{children}</div>

/** Items by their slugs, as choices. */
export const bySlug = (items: readonly { slug: string; title: string }[]) =>
  items.map(({ slug, title }) => ({ value: slug, label: title }))
