function glu(x) {
  const n = x.length / 2;
  return x.slice(0, n).map((a, i) => a / (1 + Math.exp(-x[n + i])));
}
