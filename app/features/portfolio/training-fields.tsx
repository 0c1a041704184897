import { TRAINING_KINDS } from '#app/domain/portfolio/entry.ts'
import { trainingKindNames } from '#app/domain/portfolio/words.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { typedIn } from '#app/http/form-errors.ts'
import { DateField } from '#app/ui/date-field.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { OTHER_PROVIDER } from './training-form.ts'

/** For `accept` of the field: a help for choosing, no check. */
const CERTIFICATE_TYPES = '.pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg'

type TrainingFieldsProps = {
  providers: readonly { id: string; name: string; isAskedFor: boolean }[]
  values: FormFault['values']
  errors: FormFault['errors']
  /** There is a certificate already, which stays unless another is chosen. */
  hasCertificate?: boolean
}

/** The fields of a training; the file stands last, because what stands before it is kept whatever becomes of the file. */
export function TrainingFields({ providers, values, errors, hasCertificate = false }: TrainingFieldsProps) {
  const field = (name: string) => ({ name, errors: errors[name], defaultValue: typedIn({ values }, name) })
  const number = (name: string) => ({
    ...field(name),
    type: 'number',
    min: 0,
    className: 'max-w-36 tabular-nums',
    required: true,
  })
  return (
    <>
      <SelectField {...field('training')} label="Which training" placeholder="Choose one" required options={kinds} />
      <TextField {...field('title')} label="Title" hint="As it stands on the certificate." maxLength={160} required />
      <SelectField
        {...field('provider')}
        label="Given by"
        hint="A training counts where its provider was approved on its days."
        placeholder="Choose the provider"
        required
        options={[
          ...providers.map(({ id, name, isAskedFor }) => ({
            value: id,
            label: isAskedFor ? `${name} (asked for)` : name,
          })),
          { value: OTHER_PROVIDER, label: 'One that is not in this list' },
        ]}
      />
      <TextField
        {...field('providerName')}
        label="Name of that provider"
        hint="Only where it is not in the list. Staff see what you ask for and decide on it."
        maxLength={120}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <DateField {...field('startedOn')} label="First day" required />
        <DateField {...field('endedOn')} label="Last day" required />
      </div>
      <div className="grid gap-6 sm:grid-cols-3">
        <TextField {...number('days')} step={0.5} label="Training days" />
        <TextField {...number('liveHours')} step={0.25} label="Hours taught live" />
        <TextField {...number('selfGuidedHours')} step={0.25} label="Hours in your own time" />
      </div>
      <FileField
        name="certificate"
        label={hasCertificate ? 'Another certificate' : 'Certificate'}
        hint={
          hasCertificate
            ? 'Only to replace the one that is there. A PDF, PNG or JPEG of at most 10 MB.'
            : 'A PDF, PNG or JPEG of at most 10 MB. You and accreditation staff can open it, and nobody else.'
        }
        errors={errors.certificate ?? (Object.keys(values).length > 0 && !hasCertificate ? CHOOSE_AGAIN : undefined)}
        accept={CERTIFICATE_TYPES}
        required={!hasCertificate}
      />
    </>
  )
}

const kinds = TRAINING_KINDS.map((value) => ({ value, label: trainingKindNames[value] }))

/** A browser never fills a file in again, and whether there was one is not known here. */
const CHOOSE_AGAIN = ['Choose the file, again if you had chosen it: your browser does not keep it.']
