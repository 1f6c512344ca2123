function hard_sigmoid(x, width = 6, offset = 0.5) {
  return Math.max(0, Math.min(x / width + offset, 1));
}
