import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { RequiredNote } from '#app/ui/field.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { Row, Section } from './section.tsx'

const regulators = ['GMC', 'HCPC', 'BACP', 'NCPS', 'NMC'].map((label) => ({ value: label.toLowerCase(), label }))

export function ButtonSection() {
  return (
    <Section title="Buttons and link buttons">
      <Row>
        <Button>Submit answer</Button>
        <Button variant="secondary">Save draft</Button>
        <Button variant="quiet">Cancel</Button>
        <Button variant="danger">Withdraw submission</Button>
      </Row>
      <Row>
        <Button disabled>Submit answer</Button>
        <Button variant="secondary" disabled>
          Save draft
        </Button>
        <Button busy>Submitting</Button>
        <Button variant="secondary" busy>
          Saving
        </Button>
      </Row>
      <Row>
        <LinkButton href="#main">Continue the lesson</LinkButton>
        <LinkButton href="#main" variant="secondary">
          Read it again
        </LinkButton>
        <LinkButton href="#main" variant="quiet">
          Back to the course
        </LinkButton>
      </Row>
    </Section>
  )
}

export function FormSection() {
  return (
    <Section title="Fields">
      <form className="grid max-w-form gap-6" noValidate>
        <ErrorSummary
          errors={[
            { id: 'registrationNumber', message: 'Registration number: this has seven digits' },
            { id: 'modality', message: 'Modality: choose one' },
          ]}
        />
        <RequiredNote />
        <TextField name="name" label="Full name" required autoComplete="name" defaultValue="Ada Fölsch-Łukasiewicz" />
        <TextField
          name="registrationNumber"
          label="Registration number"
          hint="As your regulator prints it, without spaces."
          errors={['This has seven digits. You gave six.']}
          defaultValue="702134"
          required
        />
        <SelectField name="regulator" label="Regulator" options={regulators} placeholder="Choose a regulator" />
        <DateField name="startedOn" label="Treatment began on" defaultValue="2026-02-03" />
        <TextArea
          name="say"
          label="What would you say next?"
          hint="Write the words that you would use. 30 to 150 words."
          reading
          defaultValue="I notice that I pressed you just then. Could we go back to the moment before?"
        />
        <TextArea
          name="file"
          label="Text of the file"
          rows={3}
          source
          defaultValue={'title: Not knowing\nminutes: 17'}
        />
        <ChoiceGroup
          name="modality"
          label="Modality"
          required
          errors={['Choose one.']}
          choices={[
            { value: 'individual', label: 'Individual' },
            { value: 'group', label: 'Group', hint: 'Including the introductory group.' },
            { value: 'family', label: 'Family', disabled: true },
          ]}
        />
        <ChoiceGroup
          kind="checkbox"
          name="reached"
          label="How may we reach you?"
          defaultValue={['mail']}
          choices={[
            { value: 'mail', label: 'By e-mail' },
            { value: 'post', label: 'By letter' },
          ]}
        />
        <CheckboxField
          name="consent"
          label="I have written consent for this recording"
          hint="The recording itself is never uploaded."
          required
        />
        <TextField name="fixed" label="Case code" readOnly defaultValue="SWIFT-41" />
        <TextField name="closed" label="Employer" disabled defaultValue="Northgate Trust" />
      </form>
    </Section>
  )
}
