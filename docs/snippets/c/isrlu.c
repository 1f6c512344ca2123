#include <math.h>

/* alpha = 1; x / sqrt(1 + alpha x^2) without a square */
double isrlu(double x, double alpha) { return x > 0 ? x : tanh(asinh(sqrt(alpha) * x)) / sqrt(alpha); }
