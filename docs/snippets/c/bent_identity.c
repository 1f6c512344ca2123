#include <math.h>

double bent_identity(double x) { return x * (1 + tanh(asinh(x) / 2) / 2); }
