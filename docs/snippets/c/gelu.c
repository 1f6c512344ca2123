#include <math.h>

double gelu(double x) { return x < -40 ? 0 : x * (erfc(-x * 0.7071067811865476) / 2); }
