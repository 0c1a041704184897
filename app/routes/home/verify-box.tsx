import { Button } from '#app/ui/button.tsx'

export function VerifyBox() {
  return (
    <section aria-labelledby="verify-title" className="inverse">
      <div className="mx-auto grid max-w-page gap-x-16 gap-y-8 px-gutter py-section lg:grid-cols-2 lg:items-end">
        <div>
          <h2 id="verify-title" className="text-3xl">
            Verify a certificate
          </h2>
          <p className="mt-3 max-w-[32rem] text-ink-muted">
            For employers, registers and patients. The answer says who holds it, for which course and how many hours,
            and when it was issued. No account needed.
          </p>
          <p className="mt-3 max-w-[32rem] text-ink-muted">
            Practitioners who want to be found are in <a href="/register">the register</a>.
          </p>
        </div>
        <form method="get" action="/verify" className="max-w-form">
          <label htmlFor="certificate-number" className="mb-1.5 block font-medium">
            Certificate number
          </label>
          <div className="flex flex-wrap gap-3">
            <input
              id="certificate-number"
              name="number"
              required
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              className="control min-w-52 flex-1 basis-0 tabular-nums"
            />
            <Button>Verify</Button>
          </div>
        </form>
      </div>
    </section>
  )
}
