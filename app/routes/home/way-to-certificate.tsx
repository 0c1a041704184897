const steps = [
  { title: 'Study', what: 'Read a course at your own pace. Short questions bring back what you have read.' },
  { title: 'Answer', what: 'A written vignette: what you would say next, and why this and why now.' },
  {
    title: 'Be marked',
    what: 'A training lead marks each criterion from 1 to 7 without knowing whose answer it is. 4 is the pass standard.',
  },
  {
    title: 'Compare',
    what: 'See your marks beside a discussion that gives more than one good answer. Not there yet? You can try again.',
  },
  {
    title: 'Show it',
    what: 'A person checks the record and issues the certificate. Anybody can check its number here.',
  },
]

export function WayToCertificate() {
  return (
    <section aria-labelledby="way-title" className="border-line border-t">
      <div className="mx-auto max-w-page px-gutter py-section">
        <h2 id="way-title" className="text-3xl">
          From the first lesson to a certificate
        </h2>
        <ol className="mt-10 grid gap-x-0 gap-y-2 lg:grid-cols-5">
          {steps.map(({ title, what }, index) => (
            <li key={title} className="grid grid-cols-[4.5rem_1fr] gap-x-4 lg:grid-cols-1 lg:content-start">
              <StepArc number={index + 1} isLast={index === steps.length - 1} />
              <div className="pb-6 lg:pe-7 lg:pt-5 lg:pb-0">
                <h3 className="text-xl">{title}</h3>
                <p className="mt-1 text-ink-muted">{what}</p>
              </div>
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}

/** Arcs that face up and down by turns, so that the five make one line; on a phone each stands alone. */
function StepArc({ number, isLast }: { number: number; isLast: boolean }) {
  const isUp = number % 2 === 1
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 56"
      fill="none"
      className="mt-1 w-full max-w-18 overflow-visible lg:mt-0 lg:max-w-none"
    >
      <path
        d={`M0 28A62 62 0 0 ${isUp ? 1 : 0} 100 28`}
        vectorEffect="non-scaling-stroke"
        strokeWidth="3"
        strokeLinecap="round"
        className={isLast ? 'stroke-accent' : 'stroke-primary'}
      />
      <text x="50" y={isUp ? 36 : 34} textAnchor="middle" fontSize="22" className="fill-ink font-serif lining-nums">
        {number}
      </text>
    </svg>
  )
}
