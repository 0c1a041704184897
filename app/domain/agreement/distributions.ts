import jstat from 'jstat'

/** The value below which lies the share `p` of the standard normal distribution. */
export const normalQuantile = (p: number): number => jstat.normal.inv(p, 0, 1)

/** The value below which lies the share `p` of Student's t with `df` degrees of freedom. */
export const tQuantile = (p: number, df: number): number => jstat.studentt.inv(p, df)

/** The value below which lies the share `p` of Fisher's F. The degrees of freedom need not be whole numbers. */
export const fQuantile = (p: number, df1: number, df2: number): number => jstat.centralF.inv(p, df1, df2)

/** Two-sided intervals hold 95 %. */
export const UPPER_SHARE = 0.975
