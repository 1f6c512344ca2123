#include <math.h>

double gelu_tanh(double x)
{
    return x < -30 ? 0 : x / (1 + exp(-1.5957691216057308 * x * (1 + 0.044715 * x * x)));
}
