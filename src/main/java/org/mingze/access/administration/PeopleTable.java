package org.mingze.access.administration;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.access.Accounts;
import org.mingze.access.PostsHeld;
import org.mingze.sheet.OpeningSheets;
import org.mingze.sheet.SheetFault;
import org.mingze.sheet.SheetFile;
import org.mingze.sheet.SheetRow;

/// 开户表 — who of a table is to have which account: one row a person, the head of the first sheet
/// naming 姓名 and 账号, and 人员号, 单位 or 岗位 where names are shared. A roster with a column 账号 is
/// such a table; rows that leave it empty are passed over.
record PeopleTable(int county, PostsHeld posts, OpeningCheck check, LocalDate today) {
    static final int ROWS_MAX = 300;
    private static final int HEAD_MAX = 10;

    /// 一行 — as it is read.
    record Wanted(int row, String person, String name, String account) {}

    /// 有错的一行 — what was written, and what to do about it.
    record Fault(int row, String written, String remedy) {}

    /// 读到的 — nothing is opened while a row is faulty.
    record Read(List<Wanted> wanted, List<Fault> faults) {
        Read {
            wanted = List.copyOf(wanted);
            faults = List.copyOf(faults);
        }

        static Read refused(String sentence) {
            return new Read(List.of(), List.of(new Fault(0, "", sentence)));
        }
    }

    Read read(Path file, String name) throws java.io.IOException {
        return switch (OpeningSheets.open(file, name)) {
            case OpeningSheets.Opened.Refused(String sentence) -> Read.refused(sentence);
            case OpeningSheets.Opened.Sheets(SheetFile sheets) -> {
                try (sheets) {
                    List<SheetRow> rows = new ArrayList<>();
                    sheets.rows(
                            0,
                            row -> {
                                rows.add(row);
                                return rows.size() <= ROWS_MAX + HEAD_MAX;
                            });
                    yield read(rows);
                } catch (SheetFault broken) {
                    yield Read.refused(broken.sentence());
                }
            }
        };
    }

    private Read read(List<SheetRow> rows) {
        Optional<SheetRow> head =
                rows.stream().limit(HEAD_MAX).filter(row -> column(row, "账号") >= 0).findFirst();
        if (head.isEmpty() || column(head.get(), "姓名", "人员号", "编号") < 0) {
            return Read.refused("第一张表没有写着“姓名”和“账号”的表头，补上再传");
        }
        List<SheetRow> below = rows.subList(rows.indexOf(head.get()) + 1, rows.size());
        if (below.size() > ROWS_MAX) {
            return Read.refused("一次最多" + ROWS_MAX + "行，拆成几份再传");
        }
        return each(head.get(), below);
    }

    private Read each(SheetRow head, List<SheetRow> rows) {
        List<Wanted> wanted = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Map<String, Integer> taken = new HashMap<>();
        for (SheetRow row : rows) {
            String account = Accounts.plain(text(row, head, "账号"));
            if (account.isEmpty()) {
                continue;
            }
            String name = text(row, head, "姓名");
            String code = text(row, head, "人员号", "编号");
            String written = (name.isEmpty() ? code : name) + "，" + account;
            List<String> people = people(row, head, name, code);
            String person = people.size() == 1 ? people.getFirst() : "";
            Optional<String> fault =
                    people.isEmpty()
                            ? Optional.of("机构里没有登记这个人。先由组织人事部门登记人员和任职。")
                            : person.isEmpty()
                                    ? Optional.of("同名的有" + people.size() + "人。加一列“人员号”或“岗位”写明是谁。")
                                    : twice(taken, account, person, row.number())
                                            .or(() -> check.fault(county, person, account));
            fault.ifPresentOrElse(
                    remedy -> faults.add(new Fault(row.number(), written, remedy)),
                    () ->
                            wanted.add(
                                    new Wanted(
                                            row.number(),
                                            person,
                                            posts.nameOf(county, person),
                                            account)));
        }
        return wanted.isEmpty() && faults.isEmpty()
                ? Read.refused("表头下面没有写了账号的行，写上再传")
                : new Read(wanted, faults);
    }

    private static Optional<String> twice(
            Map<String, Integer> taken, String account, String person, int row) {
        Integer sameName = taken.putIfAbsent("账号" + account, row);
        Integer samePerson = taken.putIfAbsent("人" + person, row);
        if (samePerson != null) {
            return Optional.of("第" + samePerson + "行已经是这个人。一人一行，留一行。");
        }
        return sameName == null ? Optional.empty() : Optional.of("第" + sameName + "行已经用这个账号。换一个。");
    }

    /// The people that a row may mean.
    private List<String> people(SheetRow row, SheetRow head, String name, String code) {
        if (!code.isEmpty()) {
            return posts.nameOf(county, code).equals(code) ? List.of() : List.of(code);
        }
        if (name.isEmpty()) {
            return List.of();
        }
        List<PostsHeld.Named> same =
                posts.peopleNamed(county, name, today).stream()
                        .filter(each -> each.name().equals(name))
                        .toList();
        List<String> told =
                Stream.of(text(row, head, "岗位"), text(row, head, "单位"), text(row, head, "职务"))
                        .filter(words -> !words.isEmpty())
                        .toList();
        return same.stream()
                .filter(each -> same.size() == 1 || holds(each, told))
                .map(PostsHeld.Named::person)
                .toList();
    }

    private static boolean holds(PostsHeld.Named person, List<String> told) {
        return person.posts().stream()
                .anyMatch(post -> told.stream().allMatch(post.name()::contains));
    }

    private static String text(SheetRow row, SheetRow head, String... names) {
        return row.at(column(head, names)).text().strip();
    }

    private static int column(SheetRow head, String... names) {
        for (String name : names) {
            for (int column = 0; column < head.cells().size(); column++) {
                if (head.at(column).text().strip().equals(name)) {
                    return column;
                }
            }
        }
        return -1;
    }
}
