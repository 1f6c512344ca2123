/* lower = 1.0 / 8, upper = 1.0 / 3 */
double rrelu(double x, double lower, double upper) { return x > 0 ? x : (lower + upper) / 2 * x; }
