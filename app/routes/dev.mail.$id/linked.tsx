import type { ReactNode } from 'react'

const ADDRESS = /(https?:\/\/\S+?)(?=\.?(?:\s|$))/

/** A mail's text with its addresses as links, as a mail program shows it. */
export const linked = (text: string): ReactNode[] =>
  text.split(ADDRESS).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name, and never move
      <a key={index} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  )
