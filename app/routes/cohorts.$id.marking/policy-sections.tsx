import type { ReactNode } from 'react'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { PolicyField } from './policy-values.ts'

type Section = { field: PolicyField }

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="grid gap-5">
    <h3 className="text-lg">{title}</h3>
    {children}
  </section>
)

export const Tick = ({ field, name, label }: Section & { name: string; label: string }) => (
  <CheckboxField name={name} label={label} defaultChecked={field.isTicked(name)} errors={field.errors(name)} />
)

function NumberField({ field, name, label, hint }: Section & { name: string; label: string; hint?: string }) {
  return (
    <TextField
      name={name}
      label={label}
      hint={hint}
      inputMode="numeric"
      className="max-w-32"
      defaultValue={field.value(name)}
      errors={field.errors(name)}
      required
    />
  )
}

export const SchemeFields = ({ field }: Section) => (
  <Part title="Who marks">
    <ChoiceGroup
      name="scheme"
      label="How many people mark an answer"
      choices={[
        { value: 'single', label: 'One' },
        { value: 'double', label: 'Two, neither of whom sees the other’s mark' },
        { value: 'sample', label: 'Two for a sample, one for the rest' },
      ]}
      defaultValue={field.value('scheme')}
      errors={field.errors('scheme')}
      required
    />
    <NumberField
      field={field}
      name="share"
      label="Sample drawn by chance, per cent"
      hint="Of all answers. Agreement between markers is worked out from these."
    />
    <Tick
      field={field}
      name="nearPass"
      label="In the sample: every answer whose first mark is next to the pass standard"
    />
    <Tick field={field} name="firstAttempts" label="In the sample: every first attempt" />
  </Part>
)

export const AgreeingFields = ({ field }: Section) => (
  <Part title="When two marks differ">
    <SelectField
      name="agreeWithin"
      label="They agree by themselves when they differ nowhere by more than"
      hint="On the same side of the pass standard only. Otherwise the two markers talk."
      defaultValue={field.value('agreeWithin')}
      options={[
        { value: 'never', label: 'Never by themselves' },
        { value: '0', label: 'No level' },
        { value: '1', label: '1 level' },
        { value: '2', label: '2 levels' },
      ]}
      errors={field.errors('agreeWithin')}
    />
    <NumberField
      field={field}
      name="difference"
      label="A third marker is asked when they differ by so many levels, or more"
    />
    <Tick
      field={field}
      name="eitherSideOfPass"
      label="A third marker is asked when one of them passes the answer and one does not"
    />
    <Tick field={field} name="anyCriticalError" label="A third marker is asked when either sees a critical error" />
  </Part>
)

export const ReleaseFields = ({ field, timeZone }: Section & { timeZone: string }) => (
  <Part title="Release">
    <ChoiceGroup
      name="sequence"
      label="In which order"
      choices={[
        { value: 'as-ready', label: 'Each answer when it is finally marked' },
        { value: 'together', label: 'A vignette’s answers only when all of them are' },
      ]}
      defaultValue={field.value('sequence')}
      errors={field.errors('sequence')}
      required
    />
    <TextField
      name="notBefore"
      type="datetime-local"
      label="Not before"
      hint={`In the time of ${timeZone}, as in your settings. Empty: at any time.`}
      defaultValue={field.value('notBefore')}
      errors={field.errors('notBefore')}
    />
  </Part>
)

export const GoldField = ({ field }: Section) => (
  <Part title="Benchmarks">
    <NumberField
      field={field}
      name="goldShare"
      label="Share of a marker’s scripts that are benchmarks, per cent"
      hint="Mixed unseen into the queue, 50 at most. 0: none."
    />
  </Part>
)
