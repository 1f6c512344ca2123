function pade(
  x, a0 = 0.0335582, a1 = 0.505, a2 = 1.65345, a3 = 2.01002625, a4 = 0.931912, a5 = 0.15242415, b1 = 0, b2 = 3.98025, b3 = 0, b4 = 0.30183,
) {
  if (Math.abs(x) <= 1)
    return (a0 + x * (a1 + x * (a2 + x * (a3 + x * (a4 + x * a5))))) / (1 + Math.abs(x * (b1 + x * (b2 + x * (b3 + x * b4)))));
  const y = 1 / x; // both polynomials divided by x^4
  return x * ((a5 + y * (a4 + y * (a3 + y * (a2 + y * (a1 + y * a0))))) / (y ** 4 + Math.abs(b4 + y * (b3 + y * (b2 + y * b1)))));
}
