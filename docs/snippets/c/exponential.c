#include <math.h>

double exponential(double x) { return exp(x); }
