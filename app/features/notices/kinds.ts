import type { NoticeKind, NoticeParams } from '#app/domain/notices.ts'
import { accreditationKinds } from './accreditation-kinds.ts'
import { discussionKinds } from './discussion-kinds.ts'
import { enrolmentKinds } from './enrolment-kinds.ts'
import type { Kinds, NoticeText } from './kind.ts'
import { learningKinds } from './learning-kinds.ts'
import { markingKinds } from './marking-kinds.ts'
import { portfolioKinds } from './portfolio-kinds.ts'
import { seatKinds } from './seat-kinds.ts'

const kinds: Kinds<NoticeKind> = {
  ...learningKinds,
  ...enrolmentKinds,
  ...markingKinds,
  ...portfolioKinds,
  ...accreditationKinds,
  ...discussionKinds,
  ...seatKinds,
}

export const isNoticeKind = (kind: string): kind is NoticeKind => Object.hasOwn(kinds, kind)

/** @param params as `notify` wrote them for this kind. */
export const noticeText = <K extends NoticeKind>(kind: K, params: NoticeParams[K]): NoticeText =>
  kinds[kind].write(params)

export const noticeSetting = (kind: NoticeKind): string => kinds[kind].setting
