function derf(x, gamma = 1, alpha = 0.5, s = 0, beta = 0) {
  const u = alpha * x + s, z = u * u, power = Math.exp(-z) / Math.sqrt(Math.PI);
  let erf = Math.sign(u);
  if (z < 2) { // a series of positive terms
    let term = 2 * u * power, sum = term;
    for (let n = 1; n < 60; n++) sum += term *= z / (n + 0.5);
    erf = sum;
  } else if (z <= 36) {
    let fraction = 0; // of 1 - erf |u|
    for (let n = 120; n > 0; n--) fraction = n / 2 / (Math.abs(u) + fraction);
    erf *= 1 - power / (Math.abs(u) + fraction);
  }
  return gamma * erf + beta;
}
