import { professionNames } from '#app/domain/people.ts'
import { ageBandNames, choicesOf, diagnosisNames, modalityNames } from '#app/domain/portfolio/words.ts'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import type { TypedFields } from './typed-fields.ts'

const { counsellor: _, ...diagnosticians } = professionNames

/** What is said of a treatment: categories only, so that nobody is told apart by it. */
export function CaseFields({ fields }: { fields: TypedFields }) {
  const { defaultValue: modality, ...modalityField } = fields.text('modality')
  return (
    <>
      <ChoiceGroup
        {...modalityField}
        defaultValue={modality}
        label="How you work"
        choices={choicesOf(modalityNames)}
        required
      />
      <CheckboxField
        {...fields.box('isPrimaryIntervention')}
        label="MBT is the primary intervention"
        hint="Not beside another psychotherapy that leads."
      />
      <SelectField
        {...fields.text('ageBand')}
        label="Age band"
        hint="Never an age or a date of birth."
        placeholder="Choose"
        options={choicesOf(ageBandNames)}
        required
      />
      <SelectField
        {...fields.text('diagnosis')}
        label="Primary diagnosis"
        hint="Of a group: what most of its members have."
        placeholder="Choose"
        options={choicesOf(diagnosisNames)}
        required
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField
          {...fields.text('diagnosticSystem')}
          label="Diagnostic system"
          options={[
            { value: 'ICD-11', label: 'ICD-11' },
            { value: 'DSM-5', label: 'DSM-5' },
          ]}
          required
        />
        <SelectField
          {...fields.text('diagnosedBy')}
          label="Diagnosed by"
          placeholder="Choose a profession"
          options={choicesOf(diagnosticians)}
          required
        />
      </div>
      <p className="-mt-4 text-ink-muted text-sm">A counsellor may not diagnose, and so is not in the list.</p>
      <DateField {...fields.text('startedOn')} label="Began on" required />
      <DateField {...fields.text('endedOn')} label="Ended on" hint="Leave it empty while the treatment goes on." />
      <CheckboxField
        {...fields.box('isEndedEarly')}
        label="It ended before the agreed end"
        hint="A treatment that was broken off is a case too, with the sessions that it had."
      />
    </>
  )
}
