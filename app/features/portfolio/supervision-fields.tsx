import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { TypedFields } from './typed-fields.ts'
import type { SupervisionOffer } from './view-supervision.server.ts'

/**
 * One session of supervision, in the order in which it is remembered. How many were present is asked of a group only, which needs
 * no script; what stands in the field otherwise is of no matter.
 */
export function SupervisionFields({ fields, offer }: { fields: TypedFields; offer: SupervisionOffer }) {
  const { cases, supervisors } = offer
  return (
    <div className="group/session grid gap-6">
      <DateField {...fields.text('on')} label="Day" required />
      <div className="grid max-w-sm grid-cols-2 gap-4">
        <TextField {...fields.text('startsAt')} type="time" label="Began at" className="tabular-nums" required />
        <TextField {...fields.text('minutes')} inputMode="numeric" label="Minutes" className="tabular-nums" required />
      </div>
      <ChoiceGroup
        {...fields.text('mode')}
        label="You were"
        choices={[
          { value: 'individual', label: 'Alone with your supervisor' },
          { value: 'group', label: 'In a group' },
        ]}
        required
      />
      <div className="max-w-48 group-has-[[value=individual]:checked]/session:hidden">
        <TextField
          {...fields.text('supervisees')}
          inputMode="numeric"
          label="Supervisees present"
          hint="You among them, your supervisor not."
          className="tabular-nums"
        />
      </div>
      <SelectField
        {...fields.text('supervisorId')}
        label="Supervisor"
        hint="Only supervisors whom accreditation staff have approved. A session from before the approval can be kept and does not count."
        placeholder={supervisors.length > 0 ? 'Choose' : 'Nobody is approved yet'}
        options={supervisors}
        required
      />
      {cases.length > 0 && (
        <ChoiceGroup kind="checkbox" {...fields.list('caseIds')} label="Cases that you brought" choices={cases} />
      )}
      <TextArea
        {...fields.text('takenAway')}
        label="What you take away"
        hint="A sentence or two, without anything that tells who a patient is."
        rows={4}
        maxLength={4000}
        required
      />
    </div>
  )
}
