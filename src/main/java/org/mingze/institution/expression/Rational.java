package org.mingze.institution.expression;

import java.math.BigDecimal;
import java.math.BigInteger;

/// 有理数 — an exact number; the denominator is positive and the fraction is in lowest terms.
public record Rational(BigInteger numerator, BigInteger denominator)
        implements Comparable<Rational> {
    private static final Rational[] SMALL = small();

    public static final Rational ZERO = of(0);
    public static final Rational ONE = of(1);

    public Rational {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("denominator is 0 under " + numerator);
        }
        if (!denominator.equals(BigInteger.ONE)) {
            BigInteger common = numerator.gcd(denominator);
            BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
            numerator = numerator.divide(divisor);
            denominator = denominator.divide(divisor);
        }
    }

    public static Rational of(long value) {
        return value >= 0 && value < SMALL.length
                ? SMALL[(int) value]
                : new Rational(BigInteger.valueOf(value), BigInteger.ONE);
    }

    /// Most numbers of an office are small and whole; they are held once.
    private static Rational[] small() {
        Rational[] held = new Rational[1024];
        for (int value = 0; value < held.length; value++) {
            held[value] = new Rational(BigInteger.valueOf(value), BigInteger.ONE);
        }
        return held;
    }

    private boolean isSmall() {
        return isWhole() && numerator.bitLength() < 31;
    }

    /// Reads a decimal such as `0.5` or a fraction such as `1/2`.
    ///
    /// @throws NumberFormatException if the text is neither
    public static Rational parse(String text) {
        int slash = text.indexOf('/');
        if (slash > 0) {
            return parse(text.substring(0, slash).strip())
                    .dividedBy(parse(text.substring(slash + 1).strip()));
        }
        BigDecimal decimal = new BigDecimal(text);
        BigInteger unscaled = decimal.unscaledValue();
        return decimal.scale() >= 0
                ? new Rational(unscaled, BigInteger.TEN.pow(decimal.scale()))
                : new Rational(
                        unscaled.multiply(BigInteger.TEN.pow(-decimal.scale())), BigInteger.ONE);
    }

    public Rational plus(Rational other) {
        if (isSmall() && other.isSmall()) {
            return of((long) numerator.intValue() + other.numerator.intValue());
        }
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational minus(Rational other) {
        return plus(other.negated());
    }

    public Rational times(Rational other) {
        return new Rational(
                numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /// The exact quotient.
    ///
    /// @throws ArithmeticException if `other` is 0
    public Rational dividedBy(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Rational negated() {
        return new Rational(numerator.negate(), denominator);
    }

    public boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    @Override
    public int compareTo(Rational other) {
        if (isWhole() && other.isWhole()) {
            return numerator.compareTo(other.numerator);
        }
        return numerator
                .multiply(other.denominator)
                .compareTo(other.numerator.multiply(denominator));
    }

    /// A whole number or finite decimal as such, anything else as a fraction.
    @Override
    public String toString() {
        if (isWhole()) {
            return numerator.toString();
        }
        try {
            return new BigDecimal(numerator).divide(new BigDecimal(denominator)).toPlainString();
        } catch (ArithmeticException endless) {
            return numerator + "/" + denominator;
        }
    }
}
