function sign(x) {
  return Math.sign(x);
}
