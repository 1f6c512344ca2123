function soft_capping(x, c = 30) {
  return c * Math.tanh(x / c);
}
