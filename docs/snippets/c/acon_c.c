#include <math.h>

/* p1 = 1, p2 = 0, beta = 1 before anything is learned */
double acon_c(double x, double p1, double p2, double beta)
{
    double d = (p1 - p2) * x, s = 1 / (1 + exp(-beta * d));
    return (s == 0 ? 0 : d * s) + (p2 == 0 ? 0 : p2 * x); /* no 0 times infinity */
}
