function tanhexp(x) {
  return x < -800 ? 0 : x * Math.tanh(Math.exp(x));
}
