#include <math.h>

/* alpha_p = 0.8, alpha_n = 0.8, beta = 0.5 before anything is learned */
double xielu(double x, double alpha_p, double alpha_n, double beta)
{
    return x > 0 ? x * (alpha_p * x + beta) : alpha_n * expm1(x) + (beta - alpha_n) * x;
}
