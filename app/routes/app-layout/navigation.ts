import { can, type Permission } from '#app/auth/policy.ts'
import type { Actor } from '#app/domain/people.ts'
import type { NavigationItem } from '#app/ui/navigation-item.ts'

type Page = NavigationItem & {
  permission?: Permission
  /** Not shown to whoever has this one. */
  unless?: Permission
  /** Shown without the permission too, where the page has something of one's own. */
  isFor?: (actor: Pick<Actor, 'isOnPanel' | 'managesSeats'>) => boolean
}

const pages: Page[] = [
  { href: '/learn', label: 'My learning', icon: 'learn', permission: 'learning.study' },
  { href: '/progress', label: 'Progress', icon: 'path', permission: 'progress.read' },
  { href: '/portfolio', label: 'Portfolio', icon: 'folder', permission: 'portfolio.keep' },
  { href: '/certificates', label: 'Certificates', icon: 'seal', permission: 'learning.study' },
  { href: '/supervision', label: 'Supervision', icon: 'pencil', permission: 'supervision.countersign' },
  { href: '/marking', label: 'Marking', icon: 'marking', permission: 'marking.mark' },
  { href: '/calibration', label: 'Calibration', icon: 'target', permission: 'marking.allocate' },
  { href: '/accreditation', label: 'Accreditation', icon: 'register', permission: 'certificates.issue' },
  { href: '/applications', label: 'Applications', icon: 'check', permission: 'applications.decide' },
  { href: '/appeals', label: 'Appeals', icon: 'scales', permission: 'appeals.decide' },
  { href: '/cohorts', label: 'Cohorts', icon: 'people', permission: 'cohorts.read' },
  { href: '/panels', label: 'Panels', icon: 'panel', permission: 'panels.manage', isFor: ({ isOnPanel }) => isOnPanel },
  { href: '/author', label: 'Content', icon: 'pencil', permission: 'content.author' },
  {
    href: '/seats',
    label: 'Seats',
    icon: 'seat',
    permission: 'seats.manage',
    isFor: ({ managesSeats }) => managesSeats,
  },
  {
    href: '/prerequisites',
    label: 'Prerequisites',
    icon: 'check',
    permission: 'prerequisites.waive',
    unless: 'cohorts.manage',
  },
  { href: '/admin/adjustments', label: 'Extra time', icon: 'clock', permission: 'adjustments.manage' },
  { href: '/concerns', label: 'Safety concerns', icon: 'shield', permission: 'concerns.read' },
  { href: '/admin/people', label: 'People', icon: 'person', permission: 'people.manage' },
  { href: '/admin/orders', label: 'Orders', icon: 'receipt', permission: 'orders.refund' },
  { href: '/admin/invoices', label: 'Invoices', icon: 'receipt', permission: 'invoices.settle' },
  { href: '/admin/mail', label: 'Mail', icon: 'mail', permission: 'mail.read' },
  { href: '/admin/audit', label: 'Audit trail', icon: 'lock', permission: 'audit.read', unless: 'marking.mark' },
  { href: '/notices', label: 'Notices', icon: 'bell', countLabel: 'unread' },
]

/** The pages that this person may open, in the order of the day's work. */
export function navigationFor(
  actor: Pick<Actor, 'roles' | 'unreadNotices' | 'isOnPanel' | 'managesSeats'>,
): NavigationItem[] {
  return pages
    .filter(({ permission, isFor }) => !permission || can(actor, permission) || isFor?.(actor))
    .filter(({ unless }) => !unless || !can(actor, unless))
    .map(({ permission: _, isFor: __, unless: ___, ...item }) =>
      item.href === '/notices' ? { ...item, count: actor.unreadNotices } : item,
    )
}
