function leaky_relu(x, alpha = 0.01) {
  return x > 0 ? x : alpha * x;
}
