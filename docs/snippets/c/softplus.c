#include <math.h>

/* beta = 1 */
double softplus(double x, double beta) { return (beta * x > 0 ? x : 0) + log1p(exp(-fabs(beta * x))) / beta; }
