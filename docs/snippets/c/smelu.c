/* beta = 1 */
double smelu(double x, double beta) { return x > beta ? x : x < -beta ? 0 : (x + beta) * (x + beta) / (4 * beta); }
