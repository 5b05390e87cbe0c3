/// The sums by which registers guard their numbers, over digits as values 0…9.
enum CheckDigits {
    /// Luhn (ISO/IEC 7812-1): every second digit from the right doubled.
    static func luhn(_ d: [Int]) -> Bool {
        let sum = d.reversed().enumerated().reduce(0) { sum, item in
            let doubled = item.offset % 2 == 1 ? item.element * 2 : item.element
            return sum + (doubled > 9 ? doubled - 9 : doubled)
        }
        return sum % 10 == 0
    }

    /// ISO 7064 mod 11,10.
    static func mod11And10(_ d: [Int]) -> Bool {
        var product = 10
        for digit in d.dropLast() {
            let sum = (digit + product) % 10
            product = (sum == 0 ? 10 : sum) * 2 % 11
        }
        return (product + (d.last ?? -1)) % 10 == 1
    }

    /// The sum of digits by weights, of as many as there are weights.
    static func sum(_ d: [Int], _ weights: [Int]) -> Int { zip(d, weights).reduce(0) { $0 + $1.0 * $1.1 } }

    /// The last digit is 11 less the sum's rest; `ten` and `eleven` stand for those results, nil where none is given out.
    static func elevenLess(_ d: [Int], _ weights: [Int], ten: Int?, eleven: Int?) -> Bool {
        let rest = 11 - sum(d, weights) % 11
        let wanted = rest == 10 ? ten : rest == 11 ? eleven : rest
        return wanted == d.last
    }

    /// The last digit is the rest by 11; where that is ten, the rest by other weights, and 0 where that is ten too.
    static func twice(_ d: [Int], _ first: [Int], _ second: [Int]) -> Bool {
        var rest = sum(d, first) % 11
        if rest == 10 { rest = sum(d, second) % 11 % 10 }
        return rest == d.last
    }

    /// The value of some digits as a number; at most 18 of them.
    static func value(_ d: some Sequence<Int>) -> Int { d.reduce(0) { $0 * 10 + $1 } }
}
