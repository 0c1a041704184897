import { SHOWN_AFTER_END_YEARS } from '#app/domain/register-entry.ts'

/** What an answer means, and what it does not. */
export function AboutAnswers() {
  return (
    <section aria-labelledby="about" className="mt-section grid max-w-measure gap-2">
      <h2 id="about" className="text-xl">
        What this register says
      </h2>
      <p>
        Everybody here asked to be listed and chose what is shown; name, status and state come from the credentials that
        were issued. A status that was suspended, revoked or has lapsed stays here with that state for up to{' '}
        {SHOWN_AFTER_END_YEARS} years after its end, unless the person leaves the register. Days are given in UTC.
      </p>
      <p>
        It is no licence to practise: check that with the person’s regulator. For a list of certificate numbers there is{' '}
        <a href="/register/check">a check of many at once</a>, for one of them <a href="/verify">its own page</a>.
      </p>
    </section>
  )
}
