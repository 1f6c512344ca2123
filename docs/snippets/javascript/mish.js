function mish(x) {
  return x < -800 ? 0 : x * Math.tanh(Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))));
}
