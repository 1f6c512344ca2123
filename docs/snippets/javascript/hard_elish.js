function hard_elish(x) {
  return x < -1 ? 0 : x > 1 ? x : (x > 0 ? x : Math.expm1(x)) * (x + 1) / 2;
}
