const stance = [
  {
    title: 'Not knowing',
    what: 'You do not know the patient’s mind better than the patient. You ask, and work it out together.',
  },
  { title: 'Patience', what: 'You take the time to find out how two perspectives differ.' },
  { title: 'Acceptance', what: 'Different perspectives are legitimate.' },
  { title: 'Active questioning', what: 'What happened, what did you feel then: detail comes before explanation.' },
  {
    title: 'Not forcing understanding',
    what: 'What makes no sense is not pressed into sense. You say that it is unclear.',
  },
]

export function InAMinute() {
  return (
    <section aria-labelledby="minute-title" className="border-line border-t">
      <div className="mx-auto grid max-w-page gap-x-16 gap-y-10 px-gutter py-section lg:grid-cols-2">
        <div className="max-w-measure">
          <h2 id="minute-title" className="text-3xl">
            MBT in a minute
          </h2>
          <div className="mt-5 grid gap-4 font-serif text-lg">
            <p>
              Mentalizing is understanding what people do, ourselves included, by way of what they may feel, want and
              believe. All of us lose it when arousal is high. Then a thought feels like a fact, words come loose from
              feelings, or only what is done counts.
            </p>
            <p>
              Mentalization-Based Therapy helps patients to find their way back. It is practised with individuals and
              groups, above all where the diagnosis is borderline personality disorder. The clinician holds a stance,
              steadies the feeling before anything is explored, and, when the trouble is between the two of them, thinks
              about that relationship together with the patient.
            </p>
            <p>
              The evidence is encouraging and uneven. Vogt and Norman (2019) reviewed 14 papers of 11 studies: MBT did
              better than, or as well as, what it was compared with, and most of the studies were of poor quality. The
              limits of the evidence belong in the training too.
            </p>
          </div>
        </div>
        <div>
          <h3 className="text-xl">
            The stance, in five elements{' '}
            <span className="whitespace-nowrap text-base text-ink-muted italic">Bateman & Fonagy, 2010</span>
          </h3>
          <ol className="mt-5 border-line border-b">
            {stance.map(({ title, what }, index) => (
              <li key={title} className="grid grid-cols-[2.25rem_1fr] border-line border-t py-3.5">
                <span aria-hidden="true" className="font-serif text-accent-ink text-lg italic">
                  {index + 1}
                </span>
                <div>
                  <p className="font-serif text-lg">{title}</p>
                  <p className="text-ink-muted">{what}</p>
                </div>
              </li>
            ))}
          </ol>
        </div>
      </div>
    </section>
  )
}
