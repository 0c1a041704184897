import type { ReactNode } from 'react'
import { HeaderSearch } from '#app/ui/header-search.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { NavigationItem } from '#app/ui/navigation-item.ts'
import { PhoneNavigation } from '#app/ui/phone-navigation.tsx'
import { SideNavigation } from '#app/ui/side-navigation.tsx'
import { SkipLink } from '#app/ui/skip-link.tsx'
import { type SignedInUser, UserMenu } from '#app/ui/user-menu.tsx'
import { Wordmark } from '#app/ui/wordmark.tsx'

type AppShellProps = {
  user: SignedInUser
  items: readonly NavigationItem[]
  flash?: ReactNode
  homeHref?: string
  accountHref?: string
  signOutAction?: string
  concernHref?: string
  /** Absent for whoever has nothing to search, and on the page that has its own box. */
  searchHref?: string | undefined
  children: ReactNode
}

/** Every page of a signed-in person. The way to raise a concern is always in the footer. */
export function AppShell({
  user,
  items,
  flash,
  homeHref = '/learn',
  accountHref = '/account',
  signOutAction = '/sign-out',
  concernHref = '/concerns/new',
  searchHref,
  children,
}: AppShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="border-line border-b">
        <div className="flex min-h-16 items-center justify-between gap-4 px-gutter">
          <a href={homeHref} className="flex min-h-target items-center text-primary no-underline">
            <Wordmark />
            <span className="sr-only">, my learning</span>
          </a>
          {searchHref && <HeaderSearch action={searchHref} />}
          <UserMenu user={user} accountHref={accountHref} signOutAction={signOutAction} />
        </div>
      </header>
      <div className="flex flex-1 flex-col lg:flex-row">
        <SideNavigation items={items} />
        <PhoneNavigation items={items} />
        <main
          id="main"
          tabIndex={-1}
          className="min-w-0 flex-1 px-gutter py-8 sm:py-10 lg:border-line lg:border-s xl:px-14"
        >
          <div className="max-w-page">
            {flash && <div className="mb-6">{flash}</div>}
            {children}
          </div>
        </main>
      </div>
      <footer className="border-line border-t px-gutter py-5 text-sm print:hidden">
        <a href={concernHref} className="inline-flex min-h-target items-center gap-2 text-ink">
          <Icon name="shield" /> Raise a patient-safety concern
        </a>
      </footer>
    </div>
  )
}
