/** The price of a sale from what a statement gives of it. */
import { RowFault } from '../read/cells.ts'

/**
 * Price of a share and fees, dollars, of a sale whose proceeds are stated in all, and perhaps a share. Statements round
 * the price to the cent, and take fees off the total.
 * @throws RowFault where both cannot be true, and for a sale of no shares.
 */
export function priceAndFees(shares: number, perShare: number | undefined, total: number) {
  if (!(shares > 0)) throw new RowFault('no shares are sold')
  const exact = Math.round((total / shares) * 1e6) / 1e6
  if (perShare === undefined) return { price: exact }
  if (Math.abs(exact - perShare) <= 0.0051) return { price: exact }
  const fees = Math.round((perShare * shares - total) * 100) / 100
  // More than a tenth of the sale is no fee
  if (fees < 0 || fees > 0.1 * perShare * shares)
    throw new RowFault(`${shares} shares at ${perShare} are not the proceeds of ${total}`)
  return { price: perShare, fees }
}
