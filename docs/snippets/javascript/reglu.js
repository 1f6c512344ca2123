function reglu(x) {
  const n = x.length / 2;
  return x.slice(0, n).map((a, i) => a * Math.max(x[n + i], 0));
}
