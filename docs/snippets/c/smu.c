#include <math.h>

/* alpha = 0.25, mu = 2.5 */
double smu(double x, double alpha, double mu)
{
    return x * (alpha + (1 - alpha) * erfc(-mu * (1 - alpha) * x) / 2);
}
