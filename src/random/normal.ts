// The standard normal distribution: quantile, distribution function and density.

/**
 * The standard normal quantile of a chance 0 ≤ p ≤ 1 (±∞ at the ends), to about 1e-16 relative: algorithm AS241,
 * routine PPND16, of Wichura, "The percentage points of the normal distribution", Applied Statistics 37 (1988).
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (q <= 0.425 && q >= -0.425) return centralQuantile(q);
  const tail = q < 0 ? p : 1 - p;
  if (tail <= 0) return tail < 0 ? Number.NaN : q < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-Math.log(tail));
  const z = r <= 5 ? tailQuantile(r - 1.6) : farTailQuantile(r - 5);
  return q < 0 ? -z : z;
}

function centralQuantile(q: number): number {
  const r = 0.180625 - q * q;
  const numerator =
    ((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r + 45921.953931549871457) *
      r +
      13731.693765509461125) *
      r +
      1971.5909503065514427) *
      r +
      133.14166789178437745) *
      r +
    3.387132872796366608;
  const denominator =
    ((((((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r + 21213.794301586595867) *
      r +
      5394.1960214247511077) *
      r +
      687.1870074920579083) *
      r +
      42.313330701600911252) *
      r +
    1;
  return (q * numerator) / denominator;
}

function tailQuantile(r: number): number {
  const numerator =
    ((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r +
      1.27045825245236838258) *
      r +
      3.64784832476320460504) *
      r +
      5.7694972214606914055) *
      r +
      4.6303378461565452959) *
      r +
    1.42343711074968357734;
  const denominator =
    ((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r +
      0.14810397642748007459) *
      r +
      0.68976733498510000455) *
      r +
      1.6763848301838038494) *
      r +
      2.05319162663775882187) *
      r +
    1;
  return numerator / denominator;
}

function farTailQuantile(r: number): number {
  const numerator =
    ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r +
      0.026532189526576123093) *
      r +
      0.29656057182850489123) *
      r +
      1.7848265399172913358) *
      r +
      5.4637849111641143699) *
      r +
    6.6579046435011037772;
  const denominator =
    ((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r +
      7.868691311456132591e-4) *
      r +
      0.0148753612908506148525) *
      r +
      0.13692988092273580531) *
      r +
      0.59983220655588793769) *
      r +
    1;
  return numerator / denominator;
}

/**
 * P(Z ≤ x) for a standard normal Z, to about 1e-15 relative in both tails: half of erfc(−x/√2), with the rational
 * approximations of Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23 (1969), as in his
 * routine CALERF.
 */
export function normalCdf(x: number): number {
  const y = Math.abs(x) * Math.SQRT1_2;
  if (y <= 0.46875) return 0.5 + 0.5 * Math.sign(x) * erfNearZero(y);
  const upper = 0.5 * expMinusHalfSquare(Math.abs(x)) * (y <= 4 ? scaledErfcMiddle(y) : scaledErfcFar(y));
  return x < 0 ? upper : 1 - upper;
}

/** The standard normal density. */
export function normalDensity(x: number): number {
  return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
}

function erfNearZero(y: number): number {
  const s = y * y;
  const numerator =
    (((0.185777706184603153 * s + 3.1611237438705656) * s + 113.864154151050156) * s + 377.485237685302021) * s +
    3209.37758913846947;
  const denominator =
    (((s + 23.6012909523441209) * s + 244.024637934444173) * s + 1282.61652607737228) * s + 2844.23683343917062;
  return (y * numerator) / denominator;
}

/** exp(y²)·erfc(y) for 0.46875 ≤ y ≤ 4. */
function scaledErfcMiddle(y: number): number {
  const numerator =
    (((((((2.15311535474403846e-8 * y + 0.564188496988670089) * y + 8.88314979438837594) * y + 66.1191906371416295) *
      y +
      298.635138197400131) *
      y +
      881.95222124176909) *
      y +
      1712.04761263407058) *
      y +
      2051.07837782607147) *
      y +
    1230.33935479799725;
  const denominator =
    (((((((y + 15.7449261107098347) * y + 117.693950891312499) * y + 537.181101862009858) * y + 1621.38957456669019) *
      y +
      3290.79923573345963) *
      y +
      4362.61909014324716) *
      y +
      3439.36767414372164) *
      y +
    1230.33935480374942;
  return numerator / denominator;
}

/** exp(y²)·erfc(y) for y > 4. */
function scaledErfcFar(y: number): number {
  const s = 1 / (y * y);
  const numerator =
    ((((0.0163153871373020978 * s + 0.305326634961232344) * s + 0.360344899949804439) * s + 0.125781726111229246) * s +
      0.0160837851487422766) *
      s +
    6.58749161529837803e-4;
  const denominator =
    ((((s + 2.56852019228982242) * s + 1.87295284992346047) * s + 0.527905102951428412) * s + 0.0605183413124413191) *
      s +
    0.00233520497626869185;
  const inverseSqrtPi = 0.56418958354775628695;
  return (inverseSqrtPi - (s * numerator) / denominator) / y;
}

/** exp(−x²/2) without the rounding error of x²: Cody splits x at a sixteenth so that the first square is exact. */
function expMinusHalfSquare(x: number): number {
  if (x > 39) return 0;
  const head = Math.trunc(x * 16) / 16;
  return Math.exp(-0.5 * head * head) * Math.exp(-0.5 * (x - head) * (x + head));
}
