/* width = 6, offset = 0.5 */
double hard_sigmoid(double x, double width, double offset)
{
    double ramp = x / width + offset;
    return ramp < 0 ? 0 : ramp > 1 ? 1 : ramp;
}
