import { countries } from '#app/domain/countries.ts'
import { worksWithKeys, worksWithNames } from '#app/domain/register.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type ListingFieldsProps = { values: FormFault['values']; errors: FormFault['errors'] | undefined }

/** Each is agreed to by itself: what is left empty is not shown. */
export function ListingFields({ values, errors }: ListingFieldsProps) {
  const text = (name: string) => String(values[name] ?? '')
  return (
    <>
      <p className="text-ink-muted">
        Your name, and your status with its state and days, are always shown: they come from your credentials. All of
        the following you may leave empty, and it is not shown then.
      </p>
      <CheckboxField
        name="showsProfession"
        label="Show my profession"
        hint="As it stands in your profile."
        defaultChecked={text('showsProfession') === 'on'}
      />
      <TextField
        name="town"
        label="Town where you work"
        hint="A town or region. No street: it would be shown."
        defaultValue={text('town')}
        errors={errors?.town}
        maxLength={80}
        autoComplete="address-level2"
      />
      <SelectField
        name="country"
        label="Country"
        placeholder="Not shown"
        options={countries.map(({ code, name }) => ({ value: code, label: name }))}
        defaultValue={text('country')}
        errors={errors?.country}
        autoComplete="country"
      />
      <TextField
        name="languages"
        label="Languages that you work in"
        hint="In English, with commas between them: English, Dutch, British Sign Language"
        defaultValue={text('languages')}
        errors={errors?.languages}
        maxLength={500}
      />
      <ChoiceGroup
        kind="checkbox"
        name="worksWith"
        label="You work with"
        choices={worksWithKeys.map((key) => ({ value: key, label: worksWithNames([key])[0] }))}
        defaultValue={[values.worksWith ?? []].flat()}
        errors={errors?.worksWith}
      />
      <CheckboxField
        name="isIndexable"
        label="Search engines may list my page"
        hint="Otherwise it is found by the search of the register alone. A search engine may go on showing what it has read for some time after you take yourself out."
        defaultChecked={text('isIndexable') === 'on'}
      />
    </>
  )
}
