#include <math.h>

/* a = {0.0335582, 0.505, 1.65345, 2.01002625, 0.931912, 0.15242415}, b1 to b4 = 0, 3.98025, 0, 0.30183 before anything is learned */
double pade(double x, double a0, double a1, double a2, double a3, double a4, double a5, double b1, double b2, double b3, double b4)
{
    if (fabs(x) <= 1)
        return (a0 + x * (a1 + x * (a2 + x * (a3 + x * (a4 + x * a5))))) / (1 + fabs(x * (b1 + x * (b2 + x * (b3 + x * b4)))));
    double y = 1 / x; /* both polynomials divided by x^4 */
    return x * ((a5 + y * (a4 + y * (a3 + y * (a2 + y * (a1 + y * a0))))) / (y * y * y * y + fabs(b4 + y * (b3 + y * (b2 + y * b1)))));
}
