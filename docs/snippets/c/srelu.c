/* t_l = -1, a_l = 0.125, t_r = 1, a_r = 0.125 before anything is learned */
double srelu(double x, double t_l, double a_l, double t_r, double a_r)
{
    return x > t_r ? t_r + a_r * (x - t_r) : x > t_l ? x : t_l + a_l * (x - t_l);
}
