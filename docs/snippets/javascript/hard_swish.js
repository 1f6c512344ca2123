function hard_swish(x) {
  return x > 3 ? x : x < -3 ? 0 : x * ((x + 3) / 6);
}
