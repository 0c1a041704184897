import { MAX_NUMBERS } from '#app/features/register/read-numbers.ts'
import { Button } from '#app/ui/button.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

/** Numbers are pasted or uploaded. Nothing of a list is kept. */
export function ListForm({ list, fault }: { list: string; fault: string | undefined }) {
  return (
    <form
      method="post"
      action="/register/check"
      encType="multipart/form-data"
      className="grid max-w-form gap-5 print:hidden"
    >
      <TextArea
        name="list"
        label="Certificate numbers"
        hint={`One on each line, ${MAX_NUMBERS} at most; or a table as CSV, with the numbers in its first column or in one called “number” or “certificate”. Nothing of it is kept.`}
        rows={10}
        className="font-mono text-sm"
        spellCheck={false}
        defaultValue={list}
        errors={fault ? [fault] : undefined}
      />
      <FileField name="file" label="Or a file" accept=".csv,.txt,text/csv,text/plain" />
      <div>
        <Button>Check these numbers</Button>
      </div>
    </form>
  )
}
