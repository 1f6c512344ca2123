function swiglu(x) {
  const n = x.length / 2, silu = (b) => (b < -800 ? 0 : b / (1 + Math.exp(-b)));
  return x.slice(0, n).map((a, i) => a * silu(x[n + i]));
}
