import { Form } from 'react-router'
import type { BankComment } from '#app/domain/comment-bank.ts'
import type { BankPage } from '#app/features/marking/comment-bank.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

type CommentGroupsProps = { bank: BankPage; fault: FormFault | undefined }

export function CommentGroups({ bank: { groups }, fault }: CommentGroupsProps) {
  return groups.map(({ id, title, comments }) => (
    <section key={id} aria-labelledby={`about-${id}`} className="max-w-measure">
      <h2 id={`about-${id}`} className="mb-3 text-xl">
        {title}
      </h2>
      {comments.length === 0 && <p className="text-ink-muted">Nothing is kept here yet.</p>}
      <ul className="grid gap-4">
        {comments.map((comment) => (
          <li key={comment.id} className="border-line border-t pt-4">
            <Comment comment={comment} fault={fault?.values.id === comment.id ? fault : undefined} />
          </li>
        ))}
      </ul>
    </section>
  ))
}

function Comment({ comment, fault }: { comment: BankComment; fault: FormFault | undefined }) {
  return (
    <>
      <p className="whitespace-pre-line wrap-anywhere font-serif text-lg">{comment.text}</p>
      <p className="mt-1 flex flex-wrap gap-2 text-ink-muted text-sm">
        {comment.isOwn ? 'Yours' : 'Shared by somebody else'}
        {comment.isOwn && comment.isShared && <Tag>Shared with all markers</Tag>}
      </p>
      {comment.isOwn && <Change comment={comment} fault={fault} />}
    </>
  )
}

/** Two steps, and both work without scripts. */
function Change({ comment: { id, text, isShared }, fault }: { comment: BankComment; fault: FormFault | undefined }) {
  return (
    <details open={fault !== undefined} className="mt-2">
      <summary className="min-h-8 text-primary text-sm">Change or delete</summary>
      <Form method="post" noValidate className="mt-3 grid gap-3">
        <input type="hidden" name="id" value={id} />
        <TextArea
          id={`text-${id}`}
          name="text"
          label="The comment"
          rows={3}
          defaultValue={fault?.values.text ?? text}
          errors={fault?.errors.text}
        />
        <CheckboxField id={`shared-${id}`} name="shared" label="Share it with all markers" defaultChecked={isShared} />
        <div className="flex flex-wrap gap-3">
          <Button variant="secondary" name="intent" value="change">
            Save
          </Button>
          <Button variant="danger" name="intent" value="delete">
            Delete it
          </Button>
        </div>
      </Form>
    </details>
  )
}
