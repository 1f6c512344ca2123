function serf(x) {
  if (x < -800) return 0;
  const s = Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  const z = s * s, power = Math.exp(-z) / Math.sqrt(Math.PI);
  if (z > 36) return x;
  let erf = 0;
  if (z < 2) { // a series of positive terms
    let term = 2 * s * power;
    erf = term;
    for (let n = 1; n < 60; n++) erf += term *= z / (n + 0.5);
  } else {
    let fraction = 0; // of 1 - erf(s)
    for (let n = 120; n > 0; n--) fraction = n / 2 / (s + fraction);
    erf = 1 - power / (s + fraction);
  }
  return x * erf;
}
