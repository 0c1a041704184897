import { choicesOf, cpdMethodNames } from '#app/domain/portfolio/words.ts'
import { DateField } from '#app/ui/date-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { TypedFields } from './typed-fields.ts'

export function CpdFields({ fields }: { fields: TypedFields }) {
  return (
    <>
      <DateField {...fields.text('on')} label="Day" hint="Of several days: the last." required />
      <SelectField
        {...fields.text('method')}
        label="Method"
        placeholder="Choose"
        options={choicesOf(cpdMethodNames)}
        required
      />
      <TextField {...fields.text('topic')} label="Topic" maxLength={200} required />
      <div className="grid max-w-md grid-cols-2 items-end gap-4">
        <TextField
          {...fields.text('hours')}
          inputMode="decimal"
          label="Hours"
          hint="In quarters."
          className="tabular-nums"
          required
        />
        <TextField
          {...fields.text('participatoryHours')}
          inputMode="decimal"
          label="With others"
          hint="Of these: in company."
          className="tabular-nums"
          required
        />
      </div>
      <TextArea
        {...fields.text('reflection')}
        label="What changes in your practice"
        hint="What you learned, and what you do differently for it."
        rows={5}
        maxLength={4000}
        required
      />
    </>
  )
}
