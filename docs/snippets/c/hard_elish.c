#include <math.h>

double hard_elish(double x) { return x < -1 ? 0 : x > 1 ? x : (x > 0 ? x : expm1(x)) * (x + 1) / 2; }
