function elish(x) {
  return (x > 0 ? x : Math.expm1(x)) / (1 + Math.exp(-x));
}
