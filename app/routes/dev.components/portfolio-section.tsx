import type { IdentifierQuestion } from '#app/screen/identifier-questions.ts'
import { IdentifierReview } from '#app/screen/identifier-review.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { Section } from './section.tsx'

const TEXT = `In the tenth session Sarah said that her mother had rung the ward from 07700 900123. I noticed that I wanted to reassure her.
Afterwards I thought of what Winnie would have made of it.`

const questions: IdentifierQuestion[] = [
  {
    digest: 'sample-1',
    kind: 'name',
    text: 'Sarah',
    because: 'It is on a list of given names.',
    excerpts: [
      {
        field: 'description',
        label: 'What happened',
        before: 'In the tenth session ',
        hit: 'Sarah',
        after: ' said that her mother had rung the ward from …',
      },
    ],
    note: '',
  },
  {
    digest: 'sample-2',
    kind: 'phone',
    text: '07700 900123',
    because: 'It has the form of a phone number.',
    excerpts: [
      {
        field: 'description',
        label: 'What happened',
        before: '… Sarah said that her mother had rung the ward from ',
        hit: '07700 900123',
        after: '. I noticed that I wanted to reassure her.',
      },
    ],
    reason: 'public-contact',
    note: '',
  },
  {
    digest: 'sample-3',
    kind: 'name',
    text: 'Winnie',
    because: 'It is on a list of given names.',
    excerpts: [
      {
        field: 'description',
        label: 'What happened',
        before: 'Afterwards I thought of what ',
        hit: 'Winnie',
        after: ' would have made of it.',
      },
    ],
    reason: 'other',
    note: 'Joy',
    noteError: 'Say in a few words why it may stay.',
  },
]

export function PortfolioSection() {
  return (
    <Section title="Before portfolio text is saved">
      <form className="grid max-w-form gap-6" noValidate>
        <IdentifierReview fault={{ errors: {}, values: {}, questions }} />
        <TextArea name="description" label="What happened" rows={4} defaultValue={TEXT} />
        <Button className="justify-self-start">Save</Button>
      </form>
    </Section>
  )
}
