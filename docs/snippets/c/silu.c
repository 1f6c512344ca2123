#include <math.h>

double silu(double x) { return x < -800 ? 0 : x / (1 + exp(-x)); }
