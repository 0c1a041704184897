import type { ReactNode } from 'react'

/** Every state has a shape of its own, so that colour is never the only sign. Grid of 20. */
const shapes = {
  met: (
    <>
      <circle cx="10" cy="10" r="8" fill="currentColor" />
      <path d="m6.3 10.3 2.6 2.6 4.9-5.5" stroke="var(--surface)" />
    </>
  ),
  'under-way': (
    <>
      <circle cx="10" cy="10" r="7.2" />
      <path d="M10 5a5 5 0 0 1 0 10z" fill="currentColor" stroke="none" />
    </>
  ),
  'not-begun': <circle cx="10" cy="10" r="7.2" strokeDasharray="2.6 2.430" />,
  passed: (
    <>
      <path
        d="M10 1.5 12.3 4l3.3-.3.3 3.3L18.5 10l-2.6 2.8-.3 3.3-3.3-.2L10 18.5l-2.3-2.6-3.3.2-.3-3.3L1.5 10l2.6-3 .3-3.3L7.7 4z"
        fill="currentColor"
        stroke="none"
      />
      <path d="m6.7 10.2 2.3 2.3 4.3-4.8" stroke="var(--surface)" />
    </>
  ),
  'not-yet': <path d="M16.5 10a6.5 6.5 0 1 1-2.2-4.9M16.7 2.5v3.3h-3.3" />,
  waiting: (
    <>
      <circle cx="10" cy="10" r="7.2" />
      <path d="M6.6 10h.01M10 10h.01M13.4 10h.01" strokeWidth="2.2" />
    </>
  ),
  draft: <path d="M3.5 16.5 4.5 12.5 13.3 3.7l3 3L7.5 15.5zM11.3 5.7l3 3" />,
  expired: (
    <>
      <path d="M5 2.5h10M5 17.5h10M6 2.5c0 4 3 5 4 7.5 1-2.5 4-3.5 4-7.5M6 17.5c0-4 3-5 4-7.5 1 2.5 4 3.5 4 7.5" />
    </>
  ),
  suspended: (
    <>
      <circle cx="10" cy="10" r="7.2" />
      <path d="M8 7v6M12 7v6" />
    </>
  ),
  revoked: (
    <>
      <circle cx="10" cy="10" r="7.2" />
      <path d="m7.3 7.3 5.4 5.4m0-5.4-5.4 5.4" />
    </>
  ),
  locked: <path d="M4.5 9h11v8h-11zM6.7 9V6.5a3.3 3.3 0 0 1 6.6 0V9" />,
  info: <circle cx="10" cy="10" r="3.5" fill="currentColor" stroke="none" />,
} satisfies Record<string, ReactNode>

export type StatusName = keyof typeof shapes

export function StatusMark({ status, className = 'size-4.5' }: { status: StatusName; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`shrink-0 ${className}`}
    >
      {shapes[status]}
    </svg>
  )
}
