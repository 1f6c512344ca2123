#include <math.h>

/* erf itself */
double erf_(double x) { return erf(x); }
