import type { ReactNode } from 'react'

/** Drawn on a grid of 24, one line of 1.6, round ends; a filled part is set with `fill`. */
const drawings = {
  'arrow-right': <path d="M4.5 12h15m-6-6 6 6-6 6" />,
  'chevron-down': <path d="m6 9.5 6 6 6-6" />,
  'chevron-right': <path d="m9.5 6 6 6-6 6" />,
  check: <path d="m5 12.8 4.6 4.7L19.2 7" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
  more: <path d="M4 7h16M4 12h16M4 17h16" />,
  search: <path d="M16.2 16.2 20.5 20.5M18 10.7a7.3 7.3 0 1 1-14.6 0 7.3 7.3 0 0 1 14.6 0Z" />,
  external: <path d="M10 5H5v14h14v-5M13.5 4.5h6v6M19 5l-8.5 8.5" />,
  download: <path d="M12 4v11m-5-4.5 5 5 5-5M4.5 20h15" />,
  print: <path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z" />,
  clock: <path d="M12 7.2V12l3.2 2M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0Z" />,
  info: <path d="M12 11v5.5M12 7.6v.1M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0Z" />,
  caution: (
    <path d="M12 9.5v4.2m0 3v.1M10.7 4.4 2.9 18a1.5 1.5 0 0 0 1.3 2.3h15.6a1.5 1.5 0 0 0 1.3-2.3L13.3 4.4a1.5 1.5 0 0 0-2.6 0Z" />
  ),
  error: <path d="M12 7.5v5m0 3.8v.1M8.3 3.5h7.4l4.8 4.8v7.4l-4.8 4.8H8.3l-4.8-4.8V8.3z" />,
  support: <path d="M12 20s-8-4.6-8-10.4A4.4 4.4 0 0 1 12 7a4.4 4.4 0 0 1 8 2.6C20 15.4 12 20 12 20Z" />,
  shield: <path d="M12 3.5 5 6v5.5c0 4.3 2.9 7.5 7 9 4.1-1.5 7-4.7 7-9V6zM12 8v4.5m0 3v.1" />,
  lock: <path d="M6 10.5h12V20H6zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5" />,
  person: <path d="M15.8 8.2a3.8 3.8 0 1 1-7.6 0 3.8 3.8 0 0 1 7.6 0ZM4.5 20c.8-3.8 3.7-6 7.5-6s6.7 2.2 7.5 6" />,
  people: (
    <path d="M12.2 8.5a3.2 3.2 0 1 1-6.4 0 3.2 3.2 0 0 1 6.4 0ZM2.8 19c.7-3.3 3-5.2 6.2-5.2s5.5 1.9 6.2 5.2M15 5.5a3.2 3.2 0 0 1 0 6M17 14.2c2.2.6 3.7 2.3 4.2 4.8" />
  ),
  learn: (
    <path d="M12 6.5C10 5 7 4.5 3.5 4.7v13.5c3.5-.2 6.5.3 8.5 1.8 2-1.5 5-2 8.5-1.8V4.7C17 4.5 14 5 12 6.5Zm0 0V20" />
  ),
  path: (
    <path d="M8.5 6.5h7a3.3 3.3 0 0 1 0 6.6h-7a3.2 3.2 0 0 0 0 6.4h7M8 6.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM20 19.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z" />
  ),
  vignette: <path d="M4 5h16v11.5h-8.5L7 20v-3.5H4zM8 9h8M8 12.5h5" />,
  folder: <path d="M3.5 19V5.5h6l2 2.5h9v11z" />,
  marking: <path d="M14 4.5H5v15h14V11M8.5 12l2.5 2.7 9-9.7" />,
  scales: <path d="M12 4v16m-4.5 0h9M5 7.5l7-2 7 2M5 7.5 2.5 14a2.7 2.7 0 0 0 5 0zm14 0L16.5 14a2.7 2.7 0 0 0 5 0z" />,
  target: (
    <path d="M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0ZM16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM12 1.5v5m0 11v5M1.5 12h5m11 0h5" />
  ),
  panel: (
    <path d="M3.5 13.5h17M6 13.5V20m12-6.5V20M9.2 5.8a1.8 1.8 0 1 1-3.6 0 1.8 1.8 0 0 1 3.6 0ZM18.4 5.8a1.8 1.8 0 1 1-3.6 0 1.8 1.8 0 0 1 3.6 0ZM4.5 13.5c0-2 1.2-3.5 2.9-3.5s2.9 1.5 2.9 3.5m3.4 0c0-2 1.2-3.5 2.9-3.5s2.9 1.5 2.9 3.5" />
  ),
  seal: (
    <path d="M17.5 9.5a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0ZM8.7 14 7.5 21l4.5-2.5 4.5 2.5-1.2-7M10 9.6l1.5 1.5L14.2 8" />
  ),
  receipt: <path d="M6 3.5h12v17l-3-2-3 2-3-2-3 2zM9 8.5h6M9 12.5h6" />,
  register: <path d="M4 6h.1M4 12h.1M4 18h.1M8 6h12M8 12h12M8 18h12" />,
  pencil: <path d="M4.5 19.5 5.5 15 16 4.5l3.5 3.5L9 18.5zM13.5 7l3.5 3.5" />,
  seat: <path d="M7 4v9h10V4M7 13l-1.5 7M17 13l1.5 7M6.3 16.5h11.4" />,
  settings: <path d="M4 7h9m4 0h3M4 17h3m4 0h9M17 7a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM11 17a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z" />,
  mail: <path d="M3.5 6h17v12.5h-17zm0 .5L12 13l8.5-6.5" />,
  bell: <path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4" />,
  home: <path d="M4 11.5 12 4.5l8 7V20h-5.5v-5.5h-5V20H4z" />,
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof drawings

/** Always beside words, so hidden from assistive technology. Size it with `className` (`size-5` unless told). */
export function Icon({ name, className = 'size-5' }: { name: IconName; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`shrink-0 ${className}`}
    >
      {drawings[name]}
    </svg>
  )
}
