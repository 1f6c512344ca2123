#include <math.h>

double sine(double x, double omega) { return sin(omega * x); } /* omega = 1 */
