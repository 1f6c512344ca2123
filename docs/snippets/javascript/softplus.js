function softplus(x, beta = 1) {
  return (beta * x > 0 ? x : 0) + Math.log1p(Math.exp(-Math.abs(beta * x))) / beta;
}
