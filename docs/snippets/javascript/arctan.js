function arctan(x) {
  return Math.atan(x);
}
