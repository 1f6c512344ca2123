function softsign(x) {
  return Math.abs(x) === Infinity ? Math.sign(x) : x / (1 + Math.abs(x));
}
