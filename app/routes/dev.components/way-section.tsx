import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { closes, Dialog, DialogActions, opens } from '#app/ui/dialog.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { StatGroup } from '#app/ui/stat.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { Time } from '#app/ui/time.tsx'
import { Section } from './section.tsx'

export function WaySection() {
  return (
    <Section title="Finding the way">
      <Breadcrumb
        trail={[
          { href: '/learn', label: 'My learning' },
          { href: '/courses/therapeutic-stance', label: 'Therapeutic stance' },
        ]}
      />
      <Tabs
        label="Marking"
        tabs={[
          { href: '/dev/components', label: 'To mark', current: true, count: 3, countLabel: 'scripts' },
          { href: '/dev/components?tab=locked', label: 'Locked' },
          { href: '/dev/components?tab=adjudicated', label: 'Sent to a third marker' },
        ]}
      />
      <Pagination page={2} pageCount={7} hrefOf={(page) => `?page=${page}`} />
    </Section>
  )
}

export function DialogSection() {
  return (
    <Section title="Dialog">
      <p>
        <Button {...opens('withdraw')} variant="danger">
          Withdraw submission
        </Button>
      </p>
      <Dialog id="withdraw" title="Withdraw this submission?">
        <p>Neither marker will see it. The attempt counts as one of your three.</p>
        <form method="dialog" className="grid gap-4">
          <TextArea name="reason" label="Why (kept in the record)" rows={3} />
          <DialogActions>
            <Button {...closes('withdraw')} variant="secondary">
              Keep it
            </Button>
            <Button variant="danger">Withdraw</Button>
          </DialogActions>
        </form>
      </Dialog>
    </Section>
  )
}

export function FactSection() {
  return (
    <Section title="Facts, numbers and times">
      <DefinitionList
        facts={[
          { term: 'Certificate', value: 'ST-2026-004217' },
          { term: 'Holder', value: 'Dr Noor van den Berg-Okonkwo' },
          { term: 'Issued', value: <Time value="2026-03-03T14:05:00Z" zone="Europe/London" /> },
          { term: 'Last checked', value: <Time value="2026-07-01T22:30:00Z" zone="Europe/London" style="date-time" /> },
          { term: 'Short', value: <Time value="2026-09-09" zone="UTC" style="short-date" /> },
        ]}
      />
      <StatGroup
        stats={[
          { label: 'scripts marked twice', value: 42 },
          { label: 'agreement (weighted kappa)', value: '0.71', note: 'n = 42, 95 % interval 0.58 to 0.82' },
          { label: 'sent to a third marker', value: 6 },
        ]}
      />
    </Section>
  )
}
