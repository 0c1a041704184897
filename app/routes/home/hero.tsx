import { Dialogue } from '#app/ui/dialogue.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'

export function Hero() {
  return (
    <section className="isolate overflow-hidden">
      <div className="relative mx-auto grid max-w-page items-center gap-x-16 gap-y-12 px-gutter pt-12 pb-section sm:pt-20 lg:grid-cols-[1.15fr_1fr]">
        <FacingArcs />
        <div>
          <h1 className="max-w-[13ch] text-display">Train in Mentalization-Based Therapy, one reply at a time</h1>
          <p className="mt-6 max-w-[34rem] text-ink-muted text-lg">
            Short lessons for psychiatrists, psychologists, counsellors and mental-health nurses. Clinical vignettes in
            which you write what you would say next, and training leads mark it without knowing whose it is. A
            certificate that anybody can check.
          </p>
          <p className="mt-9 flex flex-wrap gap-3">
            <LinkButton href="#courses">See the courses</LinkButton>
            <LinkButton href="#pathway" variant="quiet">
              How the pathway goes
            </LinkButton>
            <LinkButton href="/sign-up" variant="secondary">
              Create an account
            </LinkButton>
          </p>
        </div>
        <Exchange />
      </div>
    </section>
  )
}

/** The mark, larger than the page, in the paper's own shades: the exchange stands in the space between the two arcs. */
function FacingArcs() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 32 32"
      fill="none"
      strokeWidth={3.2}
      strokeLinecap="round"
      className="-end-56 -top-24 -z-10 absolute hidden size-[58rem] xl:block print:hidden"
    >
      <path d="M13.04 21.46A9 9 0 0 1 14.6 3.6" className="stroke-accent-soft" />
      <path d="M18.96 10.54A9 9 0 0 1 17.4 28.4" className="stroke-primary-soft" />
    </svg>
  )
}

function Exchange() {
  return (
    <div className="rounded-lg border border-line bg-surface px-5 pt-5 pb-6 sm:px-7">
      <Dialogue
        caption="An invented exchange: a ward review, Monday morning"
        turns={[
          { speaker: 'Dana', says: 'You were not here on Friday. Nobody was.' },
          {
            speaker: 'Clinician',
            says: 'Friday mattered. What was it like, when you came to the desk?',
            notes: ['Takes the feeling seriously first.', 'Asks for what happened, not for a reason.'],
          },
          { speaker: 'Dana', says: 'Like I had been deleted.' },
          { speaker: 'Clinician', says: <span className="text-ink-muted italic">What would you say next?</span> },
        ]}
      />
    </div>
  )
}
