// How far is Math.tanh off? node read_vectors.js data/vectors/tanh.json
const { vectors } = JSON.parse(require("fs").readFileSync(process.argv[2], "utf8"));
let worst = 0;
let place = 0;
for (const row of vectors) {
  const x = Number(row.x_decimal); // Number does not read the hexadecimal row.x
  if (!Number.isFinite(x)) continue;
  const expected = Number(row.value); // fifty digits, rounded to the nearest double
  const unit = Math.max(2 ** (Math.floor(Math.log2(Math.abs(expected))) - 52), Number.MIN_VALUE);
  const error = Math.abs(Math.tanh(x) - expected) / unit;
  if (error > worst) [worst, place] = [error, x];
}
console.log(`${vectors.length} inputs; at most ${worst.toFixed(2)} units in the last place off, at x = ${place}`);
