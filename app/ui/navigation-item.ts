import type { IconName } from '#app/ui/icon.tsx'

export type NavigationItem = {
  href: string
  label: string
  icon: IconName
  /** How many things wait there; nothing is shown for 0. */
  count?: number
  /** What the count counts, for assistive technology: "scripts to mark". */
  countLabel?: string
}

/** A page belongs to the item whose address it is or lies under. */
export const isCurrent = (item: NavigationItem, pathname: string) =>
  pathname === item.href || pathname.startsWith(`${item.href}/`)
