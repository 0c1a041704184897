import { PROFESSIONS, professionNames } from '#app/domain/people.ts'
import { HOME_REGION, type Region } from '#app/domain/region.ts'
import { REGULATORS } from '#app/domain/registration.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

const professions = PROFESSIONS.map((value) => ({ value, label: professionNames[value] }))

type Values = FormFault['values']
type Choice = { timeZones: readonly string[]; regions: readonly { code: Region; name: string }[] }
type PieceProps = { values: Values; errors: FormFault['errors'] | undefined }

/** Who somebody is to a regulator and to a training organisation: the same fields at sign-up and in the settings. */
export function ProfileFields({ values, errors, timeZones, regions }: PieceProps & Choice) {
  return (
    <>
      <ProfessionField values={values} errors={errors} />
      <RegistrationFields values={values} errors={errors} />
      <TextField
        name="employer"
        label="Employer"
        hint="A trust, clinic or practice. You may leave it empty."
        autoComplete="organization"
        defaultValue={values.employer}
        errors={errors?.employer}
      />
      <SelectField
        name="timeZone"
        label="Time zone"
        hint="Deadlines and dates are shown to you in this one."
        options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        placeholder="Choose one"
        defaultValue={values.timeZone}
        errors={errors?.timeZone}
        required
      />
      <SelectField
        name="region"
        label="Dates and numbers as in"
        hint="Whether you read 3 March or March 3, 14:05 or 2:05 pm, 4,507 or 4.507. The words stay as they are."
        options={regions.map(({ code, name }) => ({ value: code, label: name }))}
        defaultValue={values.region ?? HOME_REGION}
        errors={errors?.region}
      />
    </>
  )
}

export function ProfessionField({ values, errors }: PieceProps) {
  return (
    <SelectField
      name="profession"
      label="Profession"
      placeholder="Choose one"
      options={professions}
      defaultValue={values.profession}
      errors={errors?.profession}
      required
    />
  )
}

function RegistrationFields({ values, errors }: PieceProps) {
  return (
    <>
      <TextField
        name="regulator"
        label="Registered with"
        hint="GMC, HCPC, BACP, NCPS or NMC in the UK; elsewhere the full name of the body."
        list="regulators"
        defaultValue={values.regulator}
        errors={errors?.regulator}
        required
      />
      <datalist id="regulators">
        {REGULATORS.map(({ code, name, professions: of }) => (
          <option key={code} value={code} label={`${name} (${of.map((one) => professionNames[one]).join(', ')})`} />
        ))}
      </datalist>
      <TextField
        name="registrationNumber"
        label="Registration number"
        autoComplete="off"
        defaultValue={values.registrationNumber}
        errors={errors?.registrationNumber}
        required
      />
    </>
  )
}

export function NameField({ values, errors }: PieceProps) {
  return (
    <TextField
      name="name"
      label="Your name"
      hint="As it should stand on your certificates."
      autoComplete="name"
      defaultValue={values.name}
      errors={errors?.name}
      required
    />
  )
}
