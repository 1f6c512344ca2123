function clipped_gelu(x) {
  if (x < -40) return 0;
  if (x > 10) return 10;
  const z = x * x / 2, power = Math.exp(-z) / Math.sqrt(Math.PI), t = Math.abs(x) * Math.SQRT1_2;
  let tail = 0; // the chance that a normal variable lies beyond |x|
  if (z < 1) { // a series of positive terms
    let term = 2 * t * power, sum = term;
    for (let n = 1; n < 40; n++) sum += term *= z / (n + 0.5);
    tail = (1 - sum) / 2;
  } else { // a continued fraction
    for (let n = 200; n > 0; n--) tail = n / 2 / (t + tail);
    tail = power / (t + tail) / 2;
  }
  return x * (x < 0 ? tail : 1 - tail);
}
