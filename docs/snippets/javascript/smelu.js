function smelu(x, beta = 1) {
  return x > beta ? x : x < -beta ? 0 : (x + beta) ** 2 / (4 * beta);
}
