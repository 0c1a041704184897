import type { PostView } from '#app/features/discussion/view-thread.server.ts'
import { RichText } from '#app/rich-text/render-document.tsx'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import { PostActs } from './post-acts.tsx'

type PostProps = {
  post: PostView
  path: string
  page: number
  zone: string
  /** Of what was asked about this post. */
  fault: ScreenFault | undefined
}

const BECAME = {
  'taken-back': 'Taken back by its author.',
  hidden: 'Taken away by the training lead.',
} as const

export function Post({ post, path, page, zone, fault }: PostProps) {
  const { number, authorName, isAuthorLead, postedAt, correctedAt, text, became, hiddenBecause, reports } = post
  return (
    <li id={`post-${number}`} className="grid scroll-mt-20 gap-3 border-line border-s-2 ps-5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{authorName}</span>
        {isAuthorLead && <Tag tone="primary">Training lead</Tag>}
        <span className="text-ink-muted text-sm">
          <Time value={postedAt} zone={zone} style="date-time" />
          {correctedAt && ' · corrected'}
        </span>
      </p>
      {hiddenBecause !== undefined && (
        <Notice kind="caution" title="Taken away by a training lead">
          <p className="wrap-anywhere">{hiddenBecause} The others no longer see the text.</p>
        </Notice>
      )}
      {text && <RichText document={text} headingLevel={3} />}
      {became && <p className="text-ink-muted italic">{BECAME[became]}</p>}
      {reports.length > 0 && (
        <Notice kind="caution" title="Somebody asks you to look at this">
          {reports.map(({ byName, reason }) => (
            <p key={byName} className="wrap-anywhere">
              {byName}: {reason}
            </p>
          ))}
        </Notice>
      )}
      <PostActs post={post} path={path} page={page} fault={fault} />
    </li>
  )
}
