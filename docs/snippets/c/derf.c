#include <math.h>

/* gamma = 1, alpha = 0.5, s = 0, beta = 0 */
double derf(double x, double gamma, double alpha, double s, double beta) { return gamma * erf(alpha * x + s) + beta; }
