import type { DealRow } from './dealRow'

/** Whether an open deal should have been decided before today, where the reader is. */
export function isLate(deal: Pick<DealRow, 'status' | 'expectedClose'>, now: Date): boolean {
  if (deal.status !== 'OPEN' || deal.expectedClose === null) return false
  const two = (number: number) => String(number).padStart(2, '0')
  return deal.expectedClose < `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
