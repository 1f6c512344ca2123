#include <math.h>

double quick_gelu(double x) { return x < -500 ? 0 : x / (1 + exp(-1.702 * x)); }
