function apl(x, a1 = 0.5, b1 = 1, a2 = -0.5, b2 = -1) {
  const low = Math.min(b1, b2), high = Math.max(b1, b2);
  let y = Math.max(x, 0);
  if (x < high) y += (b1 > b2 ? a1 : a2) * (high - Math.max(x, low)); // the hinge that opens first
  if (x < low && a1 + a2 !== 0) y += (a1 + a2) * (low - x); // two hinges taken together do not cancel
  return y;
}
