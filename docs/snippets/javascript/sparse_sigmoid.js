function sparse_sigmoid(x) {
  return Math.max(0, Math.min((x + 1) / 2, 1));
}
