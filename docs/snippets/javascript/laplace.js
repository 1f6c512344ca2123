function laplace(x, mu = Math.SQRT1_2, width = 1 / Math.sqrt(4 * Math.PI)) {
  const t = (mu - x) / width / Math.SQRT2, s = Math.abs(t), z = s * s;
  if (s > 30) return t > 0 ? 0 : 1;
  const power = Math.exp(-z) / Math.sqrt(Math.PI);
  let tail = 0; // the chance beyond |t|
  if (z < 1) { // a series of positive terms
    let term = 2 * s * power, sum = term;
    for (let n = 1; n < 40; n++) sum += term *= z / (n + 0.5);
    tail = (1 - sum) / 2;
  } else { // a continued fraction
    for (let n = 200; n > 0; n--) tail = n / 2 / (s + tail);
    tail = power / (s + tail) / 2;
  }
  return t > 0 ? tail : 1 - tail;
}
