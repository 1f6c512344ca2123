/* How far is the C library's tanh off? cc read_vectors.c -lm && ./a.out data/vectors/tanh.tsv */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    char line[4096];
    double worst = 0, place = 0;
    int count = 0;
    FILE *file = argc > 1 ? fopen(argv[1], "r") : NULL;
    if (!file || !fgets(line, sizeof line, file)) /* the first line names the columns */
        return 1;
    while (fgets(line, sizeof line, file)) {
        double x = strtod(strtok(line, "\t"), NULL); /* column x, hexadecimal */
        strtok(NULL, "\t");                          /* column x_decimal */
        double expected = fabs(strtod(strtok(NULL, "\t"), NULL)); /* column value */
        double unit = nextafter(expected, INFINITY) - expected;
        double error = fabs(fabs(tanh(x)) - expected) / unit;
        count++;
        if (isfinite(x) && error > worst)
            worst = error, place = x;
    }
    printf("%d inputs; at most %.2f units in the last place off, at x = %.17g\n", count, worst, place);
    return fclose(file);
}
