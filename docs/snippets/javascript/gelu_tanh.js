function gelu_tanh(x) {
  return x < -30 ? 0 : x / (1 + Math.exp(-1.5957691216057308 * x * (1 + 0.044715 * x * x)));
}
