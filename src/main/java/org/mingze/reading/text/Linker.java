package org.mingze.reading.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/// 配对 — joins each finding to the cause and the measure that share its topic in the wording.
final class Linker {
    private static final double MEASURE_MIN = 0.025;
    private static final double CAUSE_MIN = 0.045;
    private static final int TITLE_WEIGHT = 2;
    private static final double CONTEXT_WEIGHT = 0.4;
    private static final double TITLE_BONUS = 0.2;
    private static final Pattern GENERAL =
            Pattern.compile("^(?:下一?步|今后|接下来)[^。]{0,40}(?:为指导|精神|以[^，。]{2,30}为契机)");
    private static final Pattern LED_BY =
            Pattern.compile(
                    "由[^，。；：]{2,16}?(?:牵头|负责|督办)[，、]?|(?:责任|牵头|配合)[\\p{IsHan}]{1,4}：[^ 。；\\n]{2,20}");
    private static final Pattern ASPECT = Pattern.compile(".{2,18}(?:方面|上)");
    private static final Pattern CATCH_ALL =
            Pattern.compile("整改|梳理问题|对照问题|举一反三|销号|补齐短板|问题清单|立行立改|即知即改");
    private static final String STOP =
            "问题整改落实责任工作进一步不够不足存在加强强化提高提升全面坚持方面情况有的个别干部部分党员领导我们自己还有较少"
                    + "下一步今后将继续切实深入认真开展推进推动进行针对措施情形社会主义新时代中国特色思想习近平精神二十大党的县委";
    private static final Set<String> STOP_PAIRS = pairsOf(STOP);
    private static final List<List<String>> TOPICS = topics();

    private final String text;
    private final List<Statement> all;
    private final Map<String, Integer> spread = new HashMap<>();

    private Linker(String text, List<Statement> all) {
        this.text = text;
        this.all = all;
        for (Statement statement : all) {
            String said = statement.text(text);
            for (String pair : pairsOf(said)) {
                spread.merge(pair, 1, Integer::sum);
            }
            for (int topic = 0; topic < TOPICS.size(); topic++) {
                if (hits(topic, said) > 0) {
                    spread.merge("#" + topic, 1, Integer::sum);
                }
            }
        }
    }

    /// 侧写 — the weights of an item's character pairs and of its topics.
    private record Profile(
            Map<String, Double> weights, double norm, Set<String> title, boolean catchAll) {}

    static List<Reading.Link> link(
            String text,
            List<Statement> findings,
            List<Statement> causes,
            List<Statement> measures) {
        List<Statement> all = new ArrayList<>(findings);
        all.addAll(causes);
        all.addAll(measures);
        return new Linker(text, all).run(findings, causes, measures);
    }

    private List<Reading.Link> run(
            List<Statement> findings, List<Statement> causes, List<Statement> measures) {
        List<Profile> causeProfiles = causes.stream().map(this::profile).toList();
        List<Profile> measureProfiles = measures.stream().map(this::profile).toList();
        List<Reading.Link> links = new ArrayList<>();
        for (int index = 0; index < findings.size(); index++) {
            Statement finding = findings.get(index);
            Profile profile = profile(finding);
            int next =
                    index + 1 < findings.size()
                            ? findings.get(index + 1).start()
                            : Integer.MAX_VALUE;
            int limit = Math.min(next, finding.reach());
            OptionalInt measure = own(finding, limit, measures);
            if (measure.isEmpty()) {
                measure = nearest(profile, measureProfiles, MEASURE_MIN);
            }
            OptionalInt cause = own(finding, limit, causes);
            if (cause.isEmpty()) {
                cause = nearest(profile, causeProfiles, CAUSE_MIN);
            }
            links.add(new Reading.Link(index, cause, measure));
        }
        return links;
    }

    /// The measure that stands right under the finding, before the next one, in its own section.
    private static OptionalInt own(Statement finding, int limit, List<Statement> others) {
        for (int index = 0; index < others.size(); index++) {
            Statement other = others.get(index);
            if (other.start() > finding.start() && other.start() < limit) {
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt nearest(Profile profile, List<Profile> others, double least) {
        int best = -1;
        double most = least;
        for (int index = 0; index < others.size(); index++) {
            double near = near(profile, others.get(index));
            if (near > most) {
                most = near;
                best = index;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private static double near(Profile one, Profile other) {
        if (other.catchAll()) {
            return 0;
        }
        double dot = 0;
        for (Map.Entry<String, Double> entry : one.weights().entrySet()) {
            dot += entry.getValue() * other.weights().getOrDefault(entry.getKey(), 0.0);
        }
        double cosine =
                one.norm() == 0 || other.norm() == 0 ? 0 : dot / (one.norm() * other.norm());
        long shared = one.title().stream().filter(other.title()::contains).count();
        int least = Math.max(2, Math.min(one.title().size(), other.title().size()));
        return cosine + TITLE_BONUS * shared / least;
    }

    private Profile profile(Statement statement) {
        String said = LED_BY.matcher(statement.text(text)).replaceAll("");
        Map<String, Double> weights = new HashMap<>();
        int titleEnd = titleEnd(said);
        weigh(said.substring(0, titleEnd), TITLE_WEIGHT, weights);
        weigh(said.substring(titleEnd), 1, weights);
        weigh(statement.context(), CONTEXT_WEIGHT, weights);
        double sum = 0;
        for (double weight : weights.values()) {
            sum += weight * weight;
        }
        Set<String> title = new HashSet<>(pairsOf(said.substring(0, titleEnd)));
        title.removeAll(STOP_PAIRS);
        boolean topical = title.size() > 0 && hasTopic(said.substring(0, titleEnd));
        boolean general = GENERAL.matcher(said).find();
        boolean catchAll =
                general || (!topical && CATCH_ALL.matcher(said.substring(0, titleEnd)).find());
        return new Profile(weights, Math.sqrt(sum), title, catchAll);
    }

    private static boolean hasTopic(String said) {
        String named = said.replace("长效机制", "").replace("整改机制", "").replace("责任落实", "");
        return TOPICS.stream().anyMatch(topic -> topic.stream().anyMatch(named::contains));
    }

    private static int titleEnd(String said) {
        int at = 0;
        while (at < said.length() && at < 40 && "。；：\n".indexOf(said.charAt(at)) < 0) {
            at++;
        }
        boolean aspect =
                at > 1 && at < said.length() && ASPECT.matcher(said.substring(0, at)).matches();
        return aspect && at < 20 ? at + 1 + titleEnd(said.substring(at + 1)) : at;
    }

    private void weigh(String said, double weight, Map<String, Double> weights) {
        for (String pair : pairsOf(said)) {
            if (!STOP_PAIRS.contains(pair)) {
                int documents = spread.getOrDefault(pair, 1);
                double idf = Math.log((all.size() + 1.0) / documents) + 0.1;
                weights.merge(pair, weight * idf, Double::sum);
            }
        }
        for (int topic = 0; topic < TOPICS.size(); topic++) {
            int hits = hits(topic, said);
            if (hits > 0) {
                int items = spread.getOrDefault("#" + topic, 1);
                double rare = Math.max(0.6, Math.log((all.size() + 1.0) / items));
                weights.merge(
                        "#" + topic, weight * rare * (1 + Math.min(hits, 4) / 2.0), Double::sum);
            }
        }
    }

    private static int hits(int topic, String said) {
        int hits = 0;
        for (String word : TOPICS.get(topic)) {
            hits += said.contains(word) ? 1 : 0;
        }
        return hits;
    }

    private static Set<String> pairsOf(String said) {
        Set<String> pairs = new HashSet<>();
        for (int at = 0; at + 1 < said.length(); at++) {
            boolean han =
                    Character.isIdeographic(said.charAt(at))
                            && Character.isIdeographic(said.charAt(at + 1));
            if (han) {
                pairs.add(said.substring(at, at + 2));
            }
        }
        return pairs;
    }

    private static List<List<String>> topics() {
        List<List<String>> topics = new ArrayList<>();
        for (String line : WordList.lines("topics.txt")) {
            List<String> words = new ArrayList<>();
            int from = 0;
            while (from < line.length()) {
                int end = line.indexOf(' ', from);
                end = end < 0 ? line.length() : end;
                words.add(line.substring(from, end));
                from = end + 1;
            }
            topics.add(words);
        }
        return topics;
    }
}
