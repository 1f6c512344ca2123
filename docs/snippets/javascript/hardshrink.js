function hardshrink(x, lam = 0.5) {
  return Math.abs(x) <= lam ? 0 : x;
}
