function thresholded_relu(x, theta = 1) {
  return x <= theta ? 0 : x;
}
