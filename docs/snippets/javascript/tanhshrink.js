function tanhshrink(x) {
  if (Math.abs(x) >= 1) return x - Math.tanh(x);
  const z = x * x; // the difference cancels near 0: a continued fraction does not
  let d = 15 + z / 17;
  for (let odd = 13; odd > 1; odd -= 2) d = odd + z / d;
  return x * z / (d + z);
}
