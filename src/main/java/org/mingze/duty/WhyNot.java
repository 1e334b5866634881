package org.mingze.duty;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingze.institution.expression.Expression;
import org.mingze.organization.Organization;
import org.mingze.organization.Person;

/// 缘何不计 — the first condition that failed, in words that need no knowledge of the language.
public final class WhyNot {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern NESTED = Pattern.compile("->|\\([^()]*\\(");
    private static final Pattern READ = Pattern.compile("（[^（）]*）$");
    private static final Pattern COUNT = Pattern.compile("计\\(([\\p{IsHan}]+)\\)");
    private static final Pattern STEPS = Pattern.compile("[\\p{IsHan}]+(?:\\.[\\p{IsHan}]+)+=");
    private static final Pattern CODE = Pattern.compile("(?<=[=、])[\\w.]+");

    private static final Pattern ITSELF = Pattern.compile("（此=(第\\d+号)）");

    private WhyNot() {}

    /// A plain comparison as it was read, `类=自学`, `材料数=0`, with people by name; for a
    /// condition of several comparisons the condition in words and what it read; for one that goes
    /// through a list or further than one step the words it looks for and what it read.
    public static String words(Rejection rejection, Organization organization) {
        if (!NESTED.matcher(rejection.condition()).find()) {
            return compared(rejection, organization);
        }
        List<String> sought =
                QUOTED.matcher(rejection.condition())
                        .results()
                        .map(found -> "“" + found.group(1) + "”")
                        .distinct()
                        .toList();
        Matcher read = READ.matcher(rejection.read());
        String lengths = read.find() ? named(read.group(), organization) : "";
        Matcher itself = ITSELF.matcher(lengths);
        if (rejection.unknown()) {
            String condition = sought.isEmpty() ? "本条" : String.join("、", sought) + "的条件";
            return condition + "要看的内容没有记全" + lengths;
        }
        if (sought.isEmpty() && itself.matches()) {
            return itself.group(1) + "没有满足本条的条件";
        }
        return sought.isEmpty()
                ? "没有满足本条的条件" + lengths
                : "没有满足" + sought.stream().collect(Collectors.joining("、")) + "的条件" + lengths;
    }

    private static String compared(Rejection rejection, Organization organization) {
        String condition = rejection.condition();
        String read = rejection.read();
        String rest = read.startsWith(condition) ? read.substring(condition.length()) : "";
        return !rest.startsWith("=") && !rest.startsWith("（")
                ? named(read, organization)
                : "没有满足“"
                        + Expression.inWords(condition).replace('“', '‘').replace('”', '’')
                        + "”"
                        + named(rest.replaceFirst("^=否$", ""), organization);
    }

    private static String named(String read, Organization organization) {
        String counted = COUNT.matcher(read.replace("计(附)", "附件数")).replaceAll("$1数");
        String stepped = STEPS.matcher(counted).replaceAll(path -> path.group().replace('.', '的'));
        return CODE.matcher(stepped)
                .replaceAll(code -> Matcher.quoteReplacement(name(code, organization)));
    }

    private static String name(MatchResult code, Organization organization) {
        return organization.person(code.group()).map(Person::name).orElse(code.group());
    }
}
