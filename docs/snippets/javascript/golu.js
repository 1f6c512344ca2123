function golu(x) {
  return x < -7 ? 0 : x * Math.exp(-Math.exp(-x));
}
