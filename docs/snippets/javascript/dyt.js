function dyt(x, gamma = 1, alpha = 0.5, beta = 0) {
  return gamma * Math.tanh(alpha * x) + beta;
}
