double star_relu(double x)
{
    double r = x < 0 ? 0 : x;
    return 0.8944271909999159 * r * r - 0.4472135954999579;
}
