#include <math.h>

/* a = 1, b = 1 before anything is learned */
double pelu(double x, double a, double b) { return x > 0 ? a / b * x : a * expm1(x / b); }
