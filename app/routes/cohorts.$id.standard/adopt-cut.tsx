import { Form } from 'react-router'
import type { StandardView } from '#app/features/standards/view-standard.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { faultOf, fieldsIn } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { basisNames, whatItAsks } from './cut-words.ts'

type Props = Pick<NonNullable<StandardView['shown']>, 'proposals'> & { action: string; fault: FormFault | undefined }

/** A person adopts a cut: which method, which value, and why. */
export function AdoptCut({ proposals, action, fault }: Props) {
  const field = fieldsIn(faultOf(fault, 'adopt'))
  return (
    <section aria-labelledby="adopt">
      <h2 id="adopt" className="mb-3 text-2xl">
        Adopt a cut
      </h2>
      <Form method="post" action={action} className="grid max-w-form gap-5">
        <ChoiceGroup
          {...field('basis')}
          label="What it rests on"
          choices={proposals.map((proposal) => ({
            value: proposal.basis,
            label: `${basisNames[proposal.basis]}: ${proposal.value}`,
            hint: `Asks for ${whatItAsks(proposal)}.`,
          }))}
          required
        />
        <TextField
          {...field('value')}
          label="The cut"
          hint="The value that is proposed, or another one that you can give a reason for."
          inputMode="decimal"
          autoComplete="off"
          className="max-w-28"
          required
        />
        <TextArea {...field('reason')} label="Why this is the standard" rows={4} required />
        <div>
          <Button name="intent" value="adopt">
            Adopt this cut
          </Button>
        </div>
      </Form>
    </section>
  )
}
