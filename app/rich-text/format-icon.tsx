import type { ReactNode } from 'react'
import type { FormatName } from './formats.ts'

const LINES = <path d="M10 6.500h10M10 12h10M10 17.500h10" />

/** Drawn on a grid of 24 like the other icons. */
const drawings: Record<FormatName, ReactNode> = {
  bold: (
    <path
      strokeWidth="2.4"
      d="M7.500 5h5.200a3.400 3.400 0 0 1 0 6.800H7.500zm0 6.800h6.200a3.600 3.600 0 0 1 0 7.200H7.500z"
    />
  ),
  italic: <path d="M10.500 5h6M7.500 19h6M14 5l-4 14" />,
  heading: <path strokeWidth="2.200" d="M6 5v14M18 5v14M6 12h12" />,
  subheading: <path d="M8 8v11M16 8v11M8 13.500h8" />,
  'bullet-list': (
    <>
      {LINES}
      <path strokeWidth="2.800" d="M5 6.500h.01M5 12h.01M5 17.500h.01" />
    </>
  ),
  'ordered-list': (
    <>
      {LINES}
      <path
        strokeWidth="1.400"
        d="m4 5.500 1.300-.800V9.200M3.900 15.600c.300-1.200 2.600-1.200 2.500.300 0 1-1.500 1.700-2.500 3.100h2.700"
      />
    </>
  ),
  quote: <path d="M5 5v14M9.500 7h10M9.500 12h10M9.500 17h6" />,
  undo: <path d="M8.500 5 4.500 9l4 4M5 9h9a5 5 0 0 1 0 10h-4" />,
  redo: <path d="m15.500 5 4 4-4 4M19 9h-9a5 5 0 0 0 0 10h4" />,
}

export function FormatIcon({ name }: { name: FormatName }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      className="size-5"
    >
      {drawings[name]}
    </svg>
  )
}
