import type { ReactNode } from 'react'
import { Form } from 'react-router'
import type { PostView } from '#app/features/discussion/view-thread.server.ts'
import { errorsOf, faultOf } from '#app/http/form-errors.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { IdentifierReview } from '#app/screen/identifier-review.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

type PostActsProps = { post: PostView; path: string; page: number; fault: ScreenFault | undefined }

/** What one may do with a post: links and folded forms, which work without scripts. */
export function PostActs({ post, path, page, fault }: PostActsProps) {
  const { number, acts, reports } = post
  const can = (act: PostView['acts'][number]) => acts.includes(act)
  const asked = fault?.values.intent
  const reason = { number, fault, action: `?page=${page}` }
  if (acts.length === 0 && reports.length === 0) return null
  return (
    <div className="flex flex-wrap items-start gap-x-5 gap-y-1 text-sm print:hidden">
      {fault && !fault.questions && asked !== 'hide' && asked !== 'report' && (
        <ErrorSummary errors={errorsOf(fault)} title="That was not done" />
      )}
      {can('correct') && (
        <a href={`${path}/write?correct=${number}`} className="inline-flex min-h-8 items-center">
          Correct
          <Of number={number} />
        </a>
      )}
      {can('take-back') && (
        <Fold title="Take back" number={number}>
          <Sure number={number} intent="take-back" button="Take it back">
            What it says is gone for everybody, and cannot be had again.
          </Sure>
        </Fold>
      )}
      {reports.length > 0 && <Sure number={number} intent="settle" button="Leave it as it is" />}
      {can('hide') && (
        <Fold title="Take away" number={number} isOpen={asked === 'hide'}>
          <Reason {...reason} intent="hide" label="Why?" hint="Its author reads this." button="Take the post away" />
        </Fold>
      )}
      {can('show') && <Sure number={number} intent="show" button="Show it again" />}
      {can('report') && (
        <Fold title="Ask the training leads to look" number={number} isOpen={asked === 'report'}>
          <Reason
            {...reason}
            intent="report"
            label="What troubles you about it?"
            hint="The training leads read this with your name; nobody else does."
            button="Ask them"
          />
        </Fold>
      )}
    </div>
  )
}

const Of = ({ number }: { number: number }) => <span className="sr-only"> post {number}</span>

type FoldProps = { title: string; number: number; isOpen?: boolean; children: ReactNode }

const Fold = ({ title, number, isOpen = false, children }: FoldProps) => (
  <details open={isOpen} className="open:w-full">
    <summary className="min-h-8 cursor-pointer content-center text-primary">
      {title}
      <Of number={number} />
    </summary>
    <div className="py-3">{children}</div>
  </details>
)

type SureProps = { number: number; intent: string; button: string; children?: string }

const Sure = ({ number, intent, button, children }: SureProps) => (
  <Form method="post" className="grid justify-items-start gap-3">
    <input type="hidden" name="post" value={number} />
    {children && <p>{children}</p>}
    <Button variant={children ? 'secondary' : 'quiet'} name="intent" value={intent} className="text-sm">
      {button}
      <Of number={number} />
    </Button>
  </Form>
)

type ReasonProps = {
  number: number
  intent: string
  label: string
  hint: string
  button: string
  fault: ScreenFault | undefined
}

function Reason({ number, intent, label, hint, button, fault }: ReasonProps) {
  const own = faultOf(fault, intent)
  return (
    <Form method="post" noValidate className="grid max-w-form gap-4">
      <ErrorSummary
        errors={errorsOf(own && { ...own, errors: { [`words-${number}`]: own.errors.words ?? own.errors[''] ?? [] } })}
      />
      <IdentifierReview fault={own} />
      <input type="hidden" name="post" value={number} />
      <TextArea
        id={`words-${number}`}
        name="words"
        label={label}
        hint={hint}
        rows={3}
        maxLength={500}
        defaultValue={own?.values.words}
        errors={own?.errors.words}
        required
      />
      <Button variant="secondary" name="intent" value={intent} className="justify-self-start">
        {button}
        <Of number={number} />
      </Button>
    </Form>
  )
}
