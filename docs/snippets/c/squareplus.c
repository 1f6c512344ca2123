#include <math.h>

/* b = 4 */
double squareplus(double x, double b)
{
    double m = fabs(x) / 2 + hypot(x, sqrt(b)) / 2;
    return x > 0 ? m : b / 4 / m; /* x + sqrt(x^2 + b) cancels left of 0 */
}
