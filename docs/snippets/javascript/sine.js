function sine(x, omega = 1) {
  return Math.sin(omega * x);
}
