#include <math.h>

double hardshrink(double x, double lam) { return fabs(x) <= lam ? 0 : x; } /* lam = 0.5 */
