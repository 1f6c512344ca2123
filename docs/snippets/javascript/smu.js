function smu(x, alpha = 0.25, mu = 2.5) {
  const w = mu * (1 - alpha) * x, z = w * w, power = Math.exp(-z) / Math.sqrt(Math.PI);
  let erf = Math.sign(w);
  if (z < 2) { // a series of positive terms
    let term = 2 * w * power;
    erf = term;
    for (let n = 1; n < 60; n++) erf += term *= z / (n + 0.5);
  } else if (z <= 36) {
    let fraction = 0; // of 1 - erf |w|
    for (let n = 120; n > 0; n--) fraction = n / 2 / (Math.abs(w) + fraction);
    erf *= 1 - power / (Math.abs(w) + fraction);
  }
  return x * ((1 + alpha) + (1 - alpha) * erf) / 2;
}
