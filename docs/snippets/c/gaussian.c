#include <math.h>

double gaussian(double x) { return exp(-x * x); }
