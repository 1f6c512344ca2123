function entmax(x) {
  const largest = Math.max(...x), z = x.map((v) => (v - largest) / 2);
  let tau = -1, square, s;
  do { // Newton's steps: from -1 on, where the largest alone adds up to 1, tau only rises
    s = z.map((v) => Math.max(v - tau, 0));
    square = s.reduce((a, v) => a + v * v, -1);
    tau += square / 2 / s.reduce((a, v) => a + v);
  } while (square > 1e-15 * x.length);
  return z.map((v) => Math.max(v - tau, 0) ** 2);
}
