const professions = [
  { title: 'Psychiatrists', setting: 'Prescribing and ward reviews' },
  { title: 'Psychologists', setting: 'Assessment and formulation' },
  { title: 'Counsellors', setting: 'The counselling room and the agency' },
  { title: 'Mental-health nurses', setting: 'Shifts, de-escalation and being there all day' },
]

export function WhoTrains() {
  return (
    <section aria-labelledby="who-title" className="bg-sunk">
      <div className="mx-auto max-w-page px-gutter py-section">
        <div className="flex flex-wrap items-end justify-between gap-x-16 gap-y-3">
          <h2 id="who-title" className="text-3xl">
            Who trains here
          </h2>
          <p className="max-w-[34rem] text-ink-muted">
            Mental-health professionals with experience of psychological therapy. Every lesson has a part for each
            profession’s setting; yours is shown first.
          </p>
        </div>
        <ul className="mt-9 grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
          {professions.map(({ title, setting }) => (
            <li key={title} className="border-ink border-t-2 pt-3">
              <p className="font-serif text-xl">{title}</p>
              <p className="mt-1 text-ink-muted">{setting}</p>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
