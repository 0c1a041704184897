import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { TypedFields } from './typed-fields.ts'
import type { ClipOffer } from './view-clips.server.ts'

type ClipFieldsProps = { fields: TypedFields; offer: ClipOffer; isNew: boolean }

export function ClipFields({ fields: { text, box }, offer, isNew }: ClipFieldsProps) {
  return (
    <>
      {isNew ? (
        <SelectField {...text('caseId')} label="Case" placeholder="Choose a case" options={offer.cases} required />
      ) : (
        <input type="hidden" name="caseId" value={text('caseId').defaultValue} />
      )}
      <div className="grid gap-6 sm:grid-cols-3">
        <TextField
          {...text('sessionNumber')}
          type="number"
          min={1}
          label="Session"
          hint="Its number in this case."
          className="max-w-36 tabular-nums"
          required
        />
        <DateField {...text('heldOn')} label="Day" hint="Of the session." required />
        <TextField
          {...text('minutes')}
          type="number"
          min={3}
          max={120}
          label="Minutes"
          hint="15 or more, as a rule."
          className="max-w-36 tabular-nums"
          required
        />
      </div>
      <ChoiceGroup {...text('media')} label="What it is" choices={media} required />
      <SelectField
        {...text('supervisorId')}
        label="Supervisor"
        hint="Whoever rates it."
        placeholder="Choose a supervisor"
        options={offer.supervisors}
        required
      />
      <CheckboxField
        {...box('isConsentAttested')}
        label="The patient has consented in writing, and I have seen the form"
        hint="The form stays in the patient’s record. Do not copy it here."
        required
      />
      <ChoiceGroup {...text('consentScope')} label="The consent is for" choices={scopes} required />
      <DateField
        {...text('destroyBy')}
        label="To be destroyed by"
        hint="As agreed with the patient, at most two years after the session. We remind you two weeks before."
        required
      />
    </>
  )
}

const media = [
  { value: 'video', label: 'Video' },
  { value: 'audio', label: 'Audio alone', hint: 'Only where your supervisor agrees to it.' },
]

const scopes = [
  { value: 'supervision', label: 'Supervision' },
  { value: 'supervision-and-assessment', label: 'Supervision, and being assessed by it' },
]
