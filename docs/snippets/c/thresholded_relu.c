double thresholded_relu(double x, double theta) { return x <= theta ? 0 : x; } /* theta = 1 */
