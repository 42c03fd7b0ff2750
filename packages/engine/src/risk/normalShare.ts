/** How much of a normal distribution lies below a point, the same to the last bit in every browser. */
import { exp } from './exact.ts'

const rootOfTwoPi = 2.5066282746310007

/**
 * The standard normal distribution function: the chance of a draw at or below `z`, to about 1e-15. Infinities give 0 and 1; NaN stays NaN.
 * Hart's quotient (1968) with the coefficients of West, "Better approximations to cumulative normal functions", Wilmott 2005.
 */
export function normalShare(z: number): number {
  const far = z < 0 ? -z : z
  if (far > 38) return z > 0 ? 1 : 0
  const density = exp((-far * far) / 2)
  const tail = far < 7.07106781186547 ? density * quotient(far) : density / (rootOfTwoPi * fraction(far))
  return z > 0 ? 1 - tail : tail
}

function quotient(x: number): number {
  const above =
    (((((3.52624965998911e-2 * x + 0.700383064443688) * x + 6.37396220353165) * x + 33.912866078383) * x +
      112.079291497871) *
      x +
      221.213596169931) *
      x +
    220.206867912376
  const below =
    ((((((8.83883476483184e-2 * x + 1.75566716318264) * x + 16.064177579207) * x + 86.7807322029461) * x +
      296.564248779674) *
      x +
      637.333633378831) *
      x +
      793.826512519948) *
      x +
    440.413735824752
  return above / below
}

/** The continued fraction of the far tail, cut where it no longer moves a digit that counts. */
const fraction = (far: number): number => far + 1 / (far + 2 / (far + 3 / (far + 4 / (far + 0.65))))
