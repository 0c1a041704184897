import { isAboutThePerson, SUSPENSION_CAUSES, type SuspensionCause } from '#app/domain/credential/desk-rules.ts'
import { inNumber } from '#app/domain/wording.ts'
import { DeskForm, faultOf } from '#app/features/credentials/desk/desk-form.tsx'
import type { DeskCredential } from '#app/features/credentials/desk/view-credential.server.ts'
import { KeptForm } from '#app/features/drafts/forms/kept-form.tsx'
import { typedIn, wholeErrorsOf } from '#app/http/form-errors.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Folded } from '#app/ui/folded.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type Fault = { fault: ScreenFault | undefined }
type FormsProps = Fault & { credential: DeskCredential }

/** What can be done with it now; what cannot is not offered. */
export function DeskForms({ credential, fault }: FormsProps) {
  const { refusals } = credential
  if (Object.values(refusals).every(Boolean)) return null
  return (
    <section aria-labelledby="steps" className="grid gap-6">
      <h2 id="steps" className="text-2xl">
        What to do
      </h2>
      <ErrorSummary errors={wholeErrorsOf(fault)} title="Nothing was changed" />
      {!refusals.lift && <LiftForm credential={credential} fault={faultOf(fault, 'lift')} />}
      {!refusals.suspend && (
        <Folded title="Suspend it" isOpen={Boolean(faultOf(fault, 'suspend'))}>
          <SuspendForm credential={credential} fault={faultOf(fault, 'suspend')} />
        </Folded>
      )}
      {!refusals.revoke && (
        <Folded title="Revoke it for ever" isOpen={Boolean(faultOf(fault, 'revoke'))}>
          <RevokeForm credential={credential} fault={faultOf(fault, 'revoke')} />
        </Folded>
      )}
    </section>
  )
}

const FOR_WHOM = 'For the holder and for staff. Whoever checks the number sees that it was done, and not why.'

function SuspendForm({ credential, fault }: FormsProps) {
  const rests = credential.kind !== 'course_completion'
  return (
    <DeskForm
      intent="suspend"
      kept={<KeptForm form="credential" subject={`${credential.number}.suspend`} />}
      textHint={`${FOR_WHOM} Needed where the reason above does not say it all.`}
      isOptional
      fault={fault}
      button={
        <Button name="intent" value="suspend">
          Suspend it
        </Button>
      }
    >
      <ChoiceGroup
        name="cause"
        label="Why?"
        choices={(Object.keys(SUSPENSION_CAUSES) as SuspensionCause[]).map((cause) => ({
          value: cause,
          label: SUSPENSION_CAUSES[cause],
          ...(rests &&
            isAboutThePerson(cause) && { hint: 'About the person: it can be meant for all that rests on it.' }),
        }))}
        defaultValue={typedIn(fault, 'cause')}
        errors={fault?.errors.cause}
        required
      />
      <DateField
        name="lastDay"
        label="Last day"
        hint="It then ends by itself, after this day in UTC. Empty: until it is lifted."
        defaultValue={typedIn(fault, 'lastDay')}
        errors={fault?.errors.lastDay}
      />
      {rests && (
        <CheckboxField
          name="everything"
          id="everything-suspend"
          label="Suspend all statuses and notes of this person"
          hint={othersHint(credential.others)}
          defaultChecked={typedIn(fault, 'everything') === 'on'}
        />
      )}
    </DeskForm>
  )
}

const othersHint = (others: number) =>
  others === 0
    ? 'There is no other one at present.'
    : inNumber(others, { one: 'One other beside this.', other: '{n} others beside this.' })

const LiftForm = ({ credential, fault }: FormsProps) => (
  <DeskForm
    intent="lift"
    kept={<KeptForm form="credential" subject={`${credential.number}.lift`} />}
    textHint={FOR_WHOM}
    fault={fault}
    button={
      <Button name="intent" value="lift">
        Lift the suspension
      </Button>
    }
  >
    {credential.kind !== 'course_completion' && credential.others > 0 && (
      <CheckboxField
        name="everything"
        id="everything-lift"
        label="Lift it for all that was suspended for the same reason"
        defaultChecked={typedIn(fault, 'everything') === 'on'}
      />
    )}
  </DeskForm>
)

const RevokeForm = ({ credential: { number }, fault }: FormsProps) => (
  <DeskForm
    intent="revoke"
    kept={<KeptForm form="credential" subject={`${number}.revoke`} />}
    textHint={FOR_WHOM}
    fault={fault}
    button={
      <Button name="intent" value="revoke" variant="danger">
        Revoke it for ever
      </Button>
    }
  >
    <p>
      This cannot be undone: a revoked number stays revoked. Whoever was given it by mistake can be issued another one.
    </p>
    <TextField
      name="end"
      label={`Type the last five characters of ${number}`}
      defaultValue={typedIn(fault, 'end')}
      errors={fault?.errors.end}
      data-not-kept
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={50}
      required
      className="max-w-48 tabular-nums"
    />
  </DeskForm>
)
