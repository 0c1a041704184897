export const practiceTrail = [
  { href: '/learn', label: 'My learning' },
  { href: '/learn/practice', label: 'Practice' },
]
