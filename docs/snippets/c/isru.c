#include <math.h>

/* alpha = 1; x / sqrt(1 + alpha x^2) without a square */
double isru(double x, double alpha) { return tanh(asinh(sqrt(alpha) * x)) / sqrt(alpha); }
