double leaky_relu(double x, double alpha) { return x > 0 ? x : alpha * x; } /* alpha = 0.01 */
