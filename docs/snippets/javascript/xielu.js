function xielu(x, alpha_p = 0.8, alpha_n = 0.8, beta = 0.5) {
  return x > 0 ? x * (alpha_p * x + beta) : alpha_n * Math.expm1(x) + (beta - alpha_n) * x;
}
