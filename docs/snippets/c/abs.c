#include <math.h>

/* fabs itself; abs of stdlib.h is for integers */
double abs_(double x) { return fabs(x); }
