#include <math.h>

/* beta = 1 */
double swish(double x, double beta)
{
    double s = 1 / (1 + exp(-beta * x));
    return s == 0 ? 0 : x * s; /* no 0 times infinity */
}
