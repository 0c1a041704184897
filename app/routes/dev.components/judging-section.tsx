import { MarksScale } from '#app/ui/marks-scale.tsx'
import { PathwayPicture, type PathwayStation } from '#app/ui/pathway-picture.tsx'
import { Section } from './section.tsx'

const stations: PathwayStation[] = [
  {
    id: 'entry',
    title: 'Core profession and experience',
    state: 'met',
    progress: { have: 3, need: 3, unit: 'confirmed' },
  },
  { id: 'basic', title: 'Basic training', state: 'met', progress: { have: 3, need: 3, unit: 'days' } },
  {
    id: 'practice',
    title: 'Practice: two individuals and one group, of at least 24 sessions each',
    state: 'under-way',
    progress: { have: 1, need: 3, unit: 'treatments' },
    href: '#main',
  },
  {
    id: 'supervision',
    title: 'Supervision',
    state: 'under-way',
    progress: { have: 5.5, need: 12, unit: 'hours' },
    href: '#main',
  },
  {
    id: 'clips',
    title: 'Reviewed clips',
    state: 'not-begun',
    progress: { have: 0, need: 9, unit: 'clips' },
    href: '#main',
  },
  {
    id: 'statement',
    title: 'Supervisor’s statement',
    state: 'not-begun',
    progress: { have: 0, need: 1, unit: 'statement' },
  },
]

export function PathwaySection() {
  return (
    <Section title="Pathway">
      <PathwayPicture stations={stations} />
    </Section>
  )
}

export function MarksSection() {
  return (
    <Section title="Marks scale">
      <form className="grid gap-10">
        <MarksScale
          name="not-knowing"
          label="Not knowing"
          hint="Does the clinician treat the patient’s mind as not yet known?"
          required
          defaultValue={6}
          descriptors={{
            1: 'Tells the patient what the patient thinks or feels.',
            3: 'Asks, but the questions carry their own answer.',
            4: 'Asks openly, and mostly waits for the answer.',
            5: 'Asks openly and marks what is not clear yet.',
            7: 'Works the meaning out with the patient throughout, and says so when it stays unclear.',
          }}
        />
        <MarksScale name="patience" label="Patience" errors={['Choose a level.']} />
        <MarksScale name="global" label="Global rating" allowNotRateable={false} defaultValue={4} disabled />
      </form>
    </Section>
  )
}
