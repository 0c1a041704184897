import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'

type NoticeItemProps = {
  notice: { title: string; body: string; path: string; linkLabel: string; createdAt: Date; readAt: Date | null }
  zone: string
}

export function NoticeItem({ notice, zone }: NoticeItemProps) {
  return (
    <li className="grid gap-1.5 border-line border-t py-5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-muted text-sm">
        <Time value={notice.createdAt} zone={zone} style="date-time" />
        {!notice.readAt && <Tag tone="primary">New</Tag>}
      </p>
      <h2 className="text-lg">{notice.title}</h2>
      <p className="wrap-anywhere whitespace-pre-line">{notice.body}</p>
      <p>
        <a href={notice.path} className="inline-flex min-h-8 items-center">
          {notice.linkLabel}
        </a>
      </p>
    </li>
  )
}
