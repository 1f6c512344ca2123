function crelu(x) {
  return [...x.map((v) => Math.max(v, 0)), ...x.map((v) => Math.max(-v, 0))];
}
