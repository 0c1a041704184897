import { inNumber } from '#app/domain/wording.ts'
import type { DiscussionView } from '#app/features/discussion/view-discussion.server.ts'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'

type ThreadListProps = { threads: DiscussionView['threads']; path: string; zone: string }

export const ThreadList = ({ threads, path, zone }: ThreadListProps) => (
  <ul className="border-line border-b empty:border-0">
    {threads.map((thread) => (
      <li key={thread.id} className="grid gap-1 border-line border-t py-4">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <a
            href={`${path}/${thread.id}`}
            className={`inline-flex min-h-6 items-center text-lg wrap-anywhere ${thread.isUnread ? 'font-semibold' : ''}`}
          >
            {thread.title}
          </a>
          {thread.isUnread && <Tag tone="primary">New</Tag>}
          {thread.audience === 'leads' && <Tag>Training leads alone</Tag>}
          {thread.isClosed && <Tag>Closed</Tag>}
        </p>
        <p className="text-ink-muted text-sm">
          Begun by {thread.authorName} · {inNumber(thread.posts, { one: '1 post', other: '{n} posts' })} · latest{' '}
          <Time value={thread.lastPostAt} zone={zone} style="date-time" />
        </p>
      </li>
    ))}
  </ul>
)
