# How far is Julia's tanh off? julia read_vectors.jl data/vectors/tanh.json
using JSON

function main(path)
    rows = JSON.parsefile(path)["vectors"]
    worst, place = 0.0, 0.0
    for row in rows
        x = parse(Float64, row["x_decimal"])
        isfinite(x) || continue
        expected = parse(BigFloat, row["value"])
        error = Float64(abs(tanh(x) - expected) / eps(Float64(expected)))
        if error > worst
            worst, place = error, x
        end
    end
    println(length(rows), " inputs; at most ", round(worst, digits=2), " units in the last place off, at x = ", place)
end

main(ARGS[1])
