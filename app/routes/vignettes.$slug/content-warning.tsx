import type { ReactNode } from 'react'
import { SupportLine } from '#app/features/assessment/support-line.tsx'
import type { VignettePage } from '#app/features/assessment/view-vignette.server.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Tag } from '#app/ui/tag.tsx'

type Warning = NonNullable<VignettePage['warning']>

/** Stands before everything else, so that a person chooses when to read. Going on is a link: it needs no script. */
export function WarningGate({ warning }: { warning: Warning }) {
  return (
    <ContentWarning
      warning={warning}
      actions={
        <>
          <LinkButton href="?warning=read">Go on to the vignette</LinkButton>
          <LinkButton href="/learn" variant="quiet">
            Not now
          </LinkButton>
        </>
      }
    />
  )
}

export function ContentWarning({ warning: { topics, text }, actions }: { warning: Warning; actions?: ReactNode }) {
  return (
    <Notice
      kind="content-warning"
      title="What you will meet in this vignette"
      support={<SupportLine />}
      actions={actions}
    >
      <ul aria-label="Topics" className="flex flex-wrap gap-2">
        {topics.map((topic) => (
          <li key={topic}>
            <Tag tone="caution">{topic.charAt(0).toUpperCase() + topic.slice(1)}</Tag>
          </li>
        ))}
      </ul>
      <p>{text}</p>
    </Notice>
  )
}
