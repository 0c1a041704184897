import type { NoticeKind, NoticeParams, Path } from '#app/domain/notices.ts'

/** What a person reads: on their notices page, and as the mail's subject, text and link. */
export type NoticeText = { title: string; body: string; path: Path; linkLabel: string }

type Kind<Params> = {
  /** How the settings name it: "Mail me when …". */
  setting: string
  write: (params: Params) => NoticeText
}

/** The words of some kinds of notices. */
export type Kinds<Named extends NoticeKind> = { [K in Named]: Kind<NoticeParams[K]> }
