#include <math.h>

/* a1 = 0.5, b1 = 1, a2 = -0.5, b2 = -1 before anything is learned */
double apl(double x, double a1, double b1, double a2, double b2)
{
    double low = b1 < b2 ? b1 : b2, high = b1 < b2 ? b2 : b1, y = x < 0 ? 0 : x;
    if (x < high) /* the hinge that opens first */
        y += (b1 > b2 ? a1 : a2) * (high - (x < low ? low : x));
    if (x < low && a1 + a2 != 0) /* two hinges taken together do not cancel */
        y += (a1 + a2) * (low - x);
    return y;
}
