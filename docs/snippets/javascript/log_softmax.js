function log_softmax(x) {
  const largest = Math.max(...x), at = x.indexOf(largest);
  let others = 0; // those beside the largest, whose 1 would hide them
  x.forEach((v, i) => { if (i !== at) others += Math.exp(v - largest); });
  return x.map((v) => v - largest - Math.log1p(others));
}
