#include <math.h>

double elish(double x) { return (x > 0 ? x : expm1(x)) / (1 + exp(-x)); }
