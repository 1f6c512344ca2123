function step(x) {
  return Math.max(Math.sign(x), 0);
}
