function relu(x) {
  return Math.max(x, 0);
}
