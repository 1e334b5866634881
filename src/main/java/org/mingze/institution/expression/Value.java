package org.mingze.institution.expression;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingze.calendar.Period;
import org.mingze.calendar.Span;

/// 值 — what a field holds or an expression yields.
public sealed interface Value {
    /// 未知 — not filled, or known to be unknown; never a breach by itself.
    ///
    /// @param cause what is missing, as a reader would say it: 收日未填
    record Unknown(String cause) implements Value {}

    record Truth(boolean value) implements Value {
        public static final Truth TRUE = new Truth(true);
        public static final Truth FALSE = new Truth(false);

        public static Truth of(boolean value) {
            return value ? TRUE : FALSE;
        }
    }

    record Numeric(Rational value) implements Value {
        private static final Numeric[] SMALL = small();

        /// The same, held once if it is small and whole.
        public static Numeric of(Rational value) {
            boolean small = value.isWhole() && value.numerator().bitLength() < Integer.SIZE;
            int whole = small ? value.numerator().intValue() : -1;
            return whole >= 0 && whole < SMALL.length ? SMALL[whole] : new Numeric(value);
        }

        private static Numeric[] small() {
            Numeric[] held = new Numeric[1024];
            for (int whole = 0; whole < held.length; whole++) {
                held[whole] = new Numeric(Rational.of(whole));
            }
            return held;
        }

        public static Numeric of(long value) {
            return of(Rational.of(value));
        }
    }

    /// 钱 — an amount in yuan.
    record Money(Rational yuan) implements Value {}

    /// 时长 — days, working days and the like; unlike units do not compare.
    record Duration(Span span) implements Value {}

    /// 文 or 词.
    record Text(String value) implements Value {}

    record Day(LocalDate value) implements Value {}

    record Moment(LocalDateTime value) implements Value {}

    record PeriodValue(Period value) implements Value {}

    /// 人, 岗 or 机构, by its code in the organization.
    record Reference(Kind kind, String code) implements Value {
        public enum Kind {
            PERSON,
            POST,
            BODY
        }

        @Override
        public int hashCode() {
            return code.hashCode() + kind.name().hashCode();
        }

        public static Reference person(String code) {
            return new Reference(Kind.PERSON, code);
        }

        public static Reference post(String code) {
            return new Reference(Kind.POST, code);
        }

        public static Reference body(String code) {
            return new Reference(Kind.BODY, code);
        }
    }

    /// 录 — a record, by its number in the journal.
    record Link(long number) implements Value {}

    /// 证 — an evidence file: its name and the digest of its bytes (empty in a case).
    record Evidence(String name, String digest) implements Value {}

    record Series(List<Value> items) implements Value {
        public Series {
            items = List.copyOf(items);
        }
    }

    /// 组 — a structure inside a record; a pair has the fields 甲 and 乙.
    record Group(Map<String, Value> fields) implements Value {
        public Group {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    default boolean isUnknown() {
        return this instanceof Unknown;
    }
}
