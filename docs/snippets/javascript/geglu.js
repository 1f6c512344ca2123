function geglu(x) {
  const n = x.length / 2;
  return x.slice(0, n).map((a, i) => a * gelu(x[n + i]));

  function gelu(b) {
    if (b < -40) return 0;
    if (b > 10) return b;
    const z = b * b / 2, power = Math.exp(-z) / Math.sqrt(Math.PI), t = Math.abs(b) * Math.SQRT1_2;
    let tail = 0; // the chance that a normal variable lies beyond |b|
    if (z < 1) { // a series of positive terms
      let term = 2 * t * power, sum = term;
      for (let k = 1; k < 40; k++) sum += term *= z / (k + 0.5);
      tail = (1 - sum) / 2;
    } else { // a continued fraction
      for (let k = 200; k > 0; k--) tail = k / 2 / (t + tail);
      tail = power / (t + tail) / 2;
    }
    return b * (b < 0 ? tail : 1 - tail);
  }
}
