import { Flash } from '#app/ui/flash.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import { Status, Tag } from '#app/ui/tag.tsx'
import { Row, Section } from './section.tsx'

export function StatusSection() {
  return (
    <Section title="Status and tags">
      <Row>
        <Status status="met" />
        <Status status="under-way" />
        <Status status="not-begun" />
        <Status status="passed" />
        <Status status="not-yet" />
        <Status status="waiting">Waiting for the second marker</Status>
        <Status status="draft" />
        <Status status="locked" />
        <Status status="expired">Expired on 3 March 2026</Status>
        <Status status="suspended" />
        <Status status="revoked" />
      </Row>
      <Row>
        <Tag>Self-paced</Tag>
        <Tag tone="primary">Therapeutic stance</Tag>
        <Tag tone="caution">Demo consensus</Tag>
      </Row>
      <div className="grid max-w-form gap-6">
        <ProgressBar id="lessons" label="Therapeutic stance" value={3} max={8} valueText="3 of 8 lessons" />
        <ProgressBar id="none" label="Mentalizing the transference" value={0} max={6} valueText="Not begun" />
        <ProgressBar id="all" label="Mentalizing: an introduction" value={6} max={6} valueText="All 6 lessons" />
      </div>
    </Section>
  )
}

export function NoticeSection() {
  return (
    <Section title="Notices and flashes">
      <Flash dismissHref="/dev/components">Your answer was submitted. You will be told when both marks are in.</Flash>
      <Flash tone="info">You are signed out on all other devices.</Flash>
      <Flash tone="critical">The mark was not saved: somebody else locked this script a moment ago.</Flash>
      <Notice title="Marks are shown when both markers have locked theirs">
        <p>Until then neither marker sees what the other gave.</p>
      </Notice>
      <Notice kind="positive" title="Evidence complete">
        <p>Every requirement of your pathway is met. A person still decides.</p>
      </Notice>
      <Notice kind="caution" title="Demo consensus">
        <p>These benchmark ratings were not made by an expert panel. Do not use them to judge a marker.</p>
      </Notice>
      <Notice kind="critical" title="Your registration could not be confirmed">
        <p>Certificates that rest on it are suspended until staff have checked it again.</p>
      </Notice>
      <Notice
        kind="content-warning"
        support={
          <p>
            If this touches something of your own, <a href="#main">places to turn to</a> are listed for staff and for
            everybody.
          </p>
        }
      >
        <p>This vignette describes self-harm and a conversation about suicide on a ward.</p>
      </Notice>
    </Section>
  )
}
