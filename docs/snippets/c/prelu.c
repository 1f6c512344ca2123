double prelu(double x, double alpha) { return x > 0 ? x : alpha * x; } /* alpha = 0.25 before anything is learned */
