#include <math.h>

double arctan(double x) { return atan(x); }
