import type { ReactNode } from 'react'
import { leavesOf } from '#app/domain/pathway/evaluated.ts'
import type { ApplicationPage } from '#app/features/accreditation/view-applications.server.ts'
import { KeptForm } from '#app/features/drafts/forms/kept-form.tsx'
import { typedIn, wholeErrorsOf } from '#app/http/form-errors.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { IdentifierReview } from '#app/screen/identifier-review.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { EnterSendsNothing } from '#app/ui/enter-sends-nothing.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Folded } from '#app/ui/folded.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

type StepsProps = { application: ApplicationPage; fault: ScreenFault | undefined }

const approveOrRefuse = [
  { value: 'yes', label: 'Approve' },
  { value: 'no', label: 'Refuse' },
]

/** What the reader can do with the application now; a step that somebody else has to take is said in words. */
export function Steps({ application, fault }: StepsProps) {
  const { id, state, mayDecide, isYourAssessment, hasOpenAppeal, noDecision, outcome } = application
  return (
    <section aria-labelledby="steps" className="grid gap-8">
      <h2 id="steps" className="text-2xl">
        What to do
      </h2>
      <ErrorSummary errors={wholeErrorsOf(fault)} title="Nothing was recorded" />
      {isYourAssessment && <OpinionForm id={id} fault={faultOf(fault, 'opinion')} />}
      {mayDecide && hasOpenAppeal && <AppealForm id={id} fault={faultOf(fault, 'decide-appeal')} />}
      {mayDecide && !isYourAssessment && noDecision === null && (
        <DecisionForm
          id={id}
          because={outcome.state === 'open' ? outcome.because : ''}
          fault={faultOf(fault, 'decide')}
        />
      )}
      {noDecision && !hasOpenAppeal && <p>{noDecision}</p>}
      {mayDecide && state === 'approved' && (
        <p>
          Its status is prepared and issued among the <a href="/accreditation/statuses">statuses to issue</a>.
        </p>
      )}
      {mayDecide && state === 'submitted' && (
        <>
          <Folded title="Ask for more on one requirement" isOpen={Boolean(faultOf(fault, 'ask'))}>
            <AskForm application={application} fault={faultOf(fault, 'ask')} />
          </Folded>
          <Folded title="Refer it to an independent assessor" isOpen={Boolean(faultOf(fault, 'refer'))}>
            <ReferForm application={application} fault={faultOf(fault, 'refer')} />
          </Folded>
        </>
      )}
    </section>
  )
}

const faultOf = (fault: ScreenFault | undefined, intent: string) =>
  fault?.values.intent === intent ? fault : undefined
type StepFormProps = {
  /** Of the application. */
  id: string
  intent: string
  title?: string
  button: string
  textLabel: string
  textHint: string
  fault: ScreenFault | undefined
  children?: ReactNode
}

/** Every step has words that somebody reads. */
function StepForm({ id, intent, title, button, textLabel, textHint, fault, children }: StepFormProps) {
  return (
    <form method="post" className="grid max-w-form gap-5">
      <EnterSendsNothing />
      <KeptForm form="application" subject={`${id}.${intent}`} />
      <IdentifierReview fault={fault} />
      {title && <h3 className="text-lg">{title}</h3>}
      {children}
      <TextArea
        name="text"
        id={`text-${intent}`}
        label={textLabel}
        hint={textHint}
        rows={5}
        maxLength={5000}
        defaultValue={typedIn(fault, 'text')}
        errors={fault?.errors.text}
        required
      />
      <div>
        <Button name="intent" value={intent}>
          {button}
        </Button>
      </div>
    </form>
  )
}

type Faulty = { fault: ScreenFault | undefined }
type OfOne = Faulty & { id: string }

const Favourable = ({
  intent,
  label,
  choices,
  fault,
}: Faulty & { intent: string; label: string; choices: typeof approveOrRefuse }) => (
  <ChoiceGroup
    name="favourable"
    id={`favourable-${intent}`}
    label={label}
    choices={choices}
    defaultValue={typedIn(fault, 'favourable')}
    errors={fault?.errors.favourable}
    required
  />
)

const DecisionForm = ({ id, because, fault }: OfOne & { because: string }) => (
  <StepForm
    id={id}
    intent="decide"
    title="Your decision"
    button="Record this decision"
    textLabel="Reasons"
    textHint="For the applicant: what you looked at, what you found, and what follows."
    fault={fault}
  >
    <p className="text-ink-muted">{because} A decision is never made by the platform.</p>
    <Favourable intent="decide" label="What do you decide?" choices={approveOrRefuse} fault={fault} />
  </StepForm>
)

const OpinionForm = ({ id, fault }: OfOne) => (
  <StepForm
    id={id}
    intent="opinion"
    title="Your opinion as the assessor"
    button="Give this opinion"
    textLabel="Reasons"
    textHint="For those who decide, and for the record."
    fault={fault}
  >
    <Favourable intent="opinion" label="What would you do?" choices={approveOrRefuse} fault={fault} />
  </StepForm>
)

const AppealForm = ({ id, fault }: OfOne) => (
  <StepForm
    id={id}
    intent="decide-appeal"
    title="The appeal against the refusal"
    button="Decide this appeal"
    textLabel="Reasons"
    textHint="For the applicant. Upheld, the application is decided again by others."
    fault={fault}
  >
    <Favourable
      intent="decide-appeal"
      label="Is the appeal upheld?"
      choices={[
        { value: 'yes', label: 'Upheld' },
        { value: 'no', label: 'Not upheld' },
      ]}
      fault={fault}
    />
  </StepForm>
)

const AskForm = ({ application, fault }: StepsProps) => (
  <StepForm
    id={application.id}
    intent="ask"
    button="Ask the applicant"
    textLabel="What is missing, or to be made clear?"
    textHint="It goes back to the applicant, who answers with the evidence as it stands then."
    fault={fault}
  >
    <SelectField
      name="requirement"
      label="About which requirement?"
      placeholder="Choose a requirement"
      options={leavesOf(application.evaluated.requirements).map(({ id, title }) => ({ value: id, label: title }))}
      defaultValue={typedIn(fault, 'requirement')}
      errors={fault?.errors.requirement}
      required
    />
  </StepForm>
)

const ReferForm = ({ application, fault }: StepsProps) => (
  <StepForm
    id={application.id}
    intent="refer"
    button="Refer it"
    textLabel="What do you want to know from the assessor?"
    textHint="The applicant sees that it was referred, and this question."
    fault={fault}
  >
    <SelectField
      name="assessor"
      label="To whom?"
      placeholder="Choose somebody who has no part in it"
      options={application.assessors.map(({ id, name }) => ({ value: id, label: name }))}
      defaultValue={typedIn(fault, 'assessor')}
      errors={fault?.errors.assessor}
      required
    />
  </StepForm>
)
