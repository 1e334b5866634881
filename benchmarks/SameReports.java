import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.mingze.reading.sameness.Sameness;
import org.mingze.reading.sameness.SamenessIndex;

/// How long it takes to index 100,000 reports and to find every pair that shares a passage, how
/// many of the planted copies with a tenth of their letters edited are found, and how long one new
/// report takes. The reports are made up of 20,000 two-letter words and of formulae all share.
void main(String[] arguments) {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    int planted = count / 50;
    Random random = new Random(11);
    String[] words = new String[20_000];
    for (int word = 0; word < words.length; word++) {
        words[word] = "" + letter(random) + letter(random);
    }
    String[] formulae = new String[40];
    for (int formula = 0; formula < formulae.length; formula++) {
        formulae[formula] = prose(words, random, 30);
    }
    List<String> reports = new ArrayList<>(count);
    for (int number = 0; number < count; number++) {
        StringBuilder report = new StringBuilder();
        for (int part = 0; part < 6; part++) {
            report.append(formulae[random.nextInt(formulae.length)])
                    .append(prose(words, random, 200));
        }
        reports.add(report.toString());
    }
    for (int copy = 0; copy < planted; copy++) {
        String from = reports.get(copy);
        String into = reports.get(count - 1 - copy);
        reports.set(
                count - 1 - copy,
                into.substring(0, 600)
                        + edited(from.substring(300, 500), random)
                        + into.substring(800));
    }
    long start = System.nanoTime();
    SamenessIndex index = SamenessIndex.of(reports);
    long indexed = System.nanoTime();
    List<Sameness.Pair> pairs = index.pairs();
    long paired = System.nanoTime();
    long hits =
            pairs.stream()
                    .filter(pair -> pair.one() < planted && pair.other() == count - 1 - pair.one())
                    .map(Sameness.Pair::one)
                    .collect(Collectors.toSet())
                    .size();
    IO.println(
            "SameReports: %,d reports, %,d letters: indexed %.1f s, pairs %.1f s; %d of %d planted copies found (%.3f), %d other pairs"
                    .formatted(
                            count,
                            reports.stream().mapToLong(String::length).sum(),
                            (indexed - start) / 1e9,
                            (paired - indexed) / 1e9,
                            hits,
                            planted,
                            hits / (double) planted,
                            pairs.size() - hits));
    double longest = 0;
    for (int turn = 0; turn < 50; turn++) {
        String report =
                prose(words, random, 600)
                        + edited(reports.get(random.nextInt(count)).substring(200, 500), random)
                        + prose(words, random, 600);
        long before = System.nanoTime();
        index.check(report, _ -> false);
        longest = Math.max(longest, (System.nanoTime() - before) / 1e6);
    }
    IO.println(
            "SameReports: a new report checked in %.1f ms at the longest of 50".formatted(longest));
}

char letter(Random random) {
    return (char) ('一' + random.nextInt(3000));
}

String prose(String[] words, Random random, int length) {
    StringBuilder prose = new StringBuilder();
    while (prose.length() < length) {
        prose.append(words[random.nextInt(words.length)]).append(random.nextInt(8) == 0 ? "，" : "");
    }
    return prose.append('。').toString();
}

/// One letter in ten changed, added to or dropped.
String edited(String text, Random random) {
    StringBuilder edited = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
        int turn = random.nextInt(10) == 0 ? random.nextInt(3) : 3;
        switch (turn) {
            case 0 -> edited.append(letter(random));
            case 1 -> edited.append(text.charAt(at)).append(letter(random));
            case 2 -> {}
            default -> edited.append(text.charAt(at));
        }
    }
    return edited.toString();
}
