import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** Asks the server, so that it needs no script; an address with its question can be sent to somebody. */
export function SearchForm({ question }: { question: string }) {
  return (
    <search>
      <form
        method="get"
        action="/glossary"
        className="grid max-w-form grid-cols-[1fr_auto] items-end gap-3 print:hidden"
      >
        <TextField
          type="search"
          name="q"
          label="Find a term"
          defaultValue={question}
          maxLength={100}
          autoComplete="off"
        />
        <div>
          <Button variant="secondary">Find</Button>
        </div>
      </form>
    </search>
  )
}
