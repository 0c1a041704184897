import { SHOWN_AFTER_END_YEARS } from '#app/domain/register-entry.ts'

/** For whoever cannot be in it: what it is, and how one gets into it. */
export function AboutRegister() {
  return (
    <div className="grid max-w-measure gap-3">
      <h2 className="text-2xl">What the register is</h2>
      <p>
        <a href="/register">The public register</a> shows people who hold a practitioner status and want to be found:
        employers check a status there, colleagues and patients look for somebody near them.
      </p>
      <p>
        Nobody stands in it without having asked for it. You can ask as soon as you hold a status: when{' '}
        <a href="/progress/application">your application</a> has been approved and the credential is issued, this page
        asks you field by field what to show. You can take yourself out at any time, at once.
      </p>
      <p>
        A status that lapses, or is suspended or revoked, is shown with that state, for {SHOWN_AFTER_END_YEARS} years
        after its end at most.
      </p>
    </div>
  )
}
