import type { ReactNode } from 'react'
import { LinkButton } from '#app/ui/link-button.tsx'
import { SkipLink } from '#app/ui/skip-link.tsx'
import { Wordmark } from '#app/ui/wordmark.tsx'

const links = [
  { href: '/#courses', label: 'Courses' },
  { href: '/verify', label: 'Verify a certificate' },
  { href: '/learn', label: 'My learning' },
]

const footerLinks = [
  { href: '/glossary', label: 'Glossary' },
  { href: '/verify', label: 'Verify a certificate' },
  { href: '/register', label: 'Register of practitioners' },
]

/** Pages that anybody may read; the same for everybody, so that they can be cached. `bleed` leaves the width to the page. */
export function PublicShell({ bleed = false, children }: { bleed?: boolean; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="border-line border-b">
        <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-8 px-gutter pt-2 sm:min-h-18 sm:flex-nowrap sm:py-0">
          <a href="/" className="flex min-h-target items-center text-primary no-underline">
            <Wordmark />
            <span className="sr-only">, home</span>
          </a>
          <nav
            aria-label="Main"
            className="needs-network order-last w-full sm:order-0 sm:ms-auto sm:w-auto print:hidden"
          >
            <ul className="-mx-2 flex flex-wrap gap-x-1 sm:mx-0 sm:gap-x-3">
              {links.map(({ href, label }) => (
                <li key={href}>
                  <a href={href} className="flex min-h-target items-center px-2 text-ink no-underline hover:underline">
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <LinkButton href="/sign-in" variant="secondary" className="needs-network ms-auto min-h-11 px-4! sm:ms-0">
            Sign in
          </LinkButton>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={bleed ? 'flex-1' : 'mx-auto w-full max-w-page flex-1 px-gutter py-10 sm:py-14'}
      >
        {children}
      </main>
      <footer className="border-line border-t print:hidden">
        <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-8 gap-y-2 px-gutter py-6 text-ink-muted text-sm">
          <p>
            Stance teaches Mentalization-Based Therapy to mental-health professionals. It gives no treatment or advice
            to patients.
          </p>
          <ul className="needs-network flex flex-wrap gap-x-6">
            {footerLinks.map(({ href, label }) => (
              <li key={href}>
                <a href={href} className="inline-flex min-h-8 items-center">
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </footer>
    </div>
  )
}
