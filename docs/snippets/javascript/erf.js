function erf(x) {
  const z = x * x, power = Math.exp(-z) / Math.sqrt(Math.PI);
  if (z > 36) return Math.sign(x);
  if (z < 2) { // a series of positive terms
    let term = 2 * x * power, sum = term;
    for (let n = 1; n < 60; n++) sum += term *= z / (n + 0.5);
    return sum;
  }
  let fraction = 0; // of 1 - erf |x|
  for (let n = 120; n > 0; n--) fraction = n / 2 / (Math.abs(x) + fraction);
  return Math.sign(x) * (1 - power / (Math.abs(x) + fraction));
}
