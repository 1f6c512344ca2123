function sqrt_softplus(x) {
  return x < -600 ? Math.exp(x / 2) : Math.sqrt(Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))));
}
