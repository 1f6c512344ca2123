#include <math.h>

double sqrt_softplus(double x) { return x < -600 ? exp(x / 2) : sqrt(fmax(x, 0) + log1p(exp(-fabs(x)))); }
