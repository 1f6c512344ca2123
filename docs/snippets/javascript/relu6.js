function relu6(x) {
  return Math.min(Math.max(x, 0), 6);
}
