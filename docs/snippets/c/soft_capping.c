#include <math.h>

double soft_capping(double x, double c) { return c * tanh(x / c); } /* c = 30 */
