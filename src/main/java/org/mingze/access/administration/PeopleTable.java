package org.mingze.access.administration;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.access.Accounts;
import org.mingze.access.PostsHeld;
import org.mingze.sheet.OpeningSheets;
import org.mingze.sheet.SheetFault;
import org.mingze.sheet.SheetFile;
import org.mingze.sheet.SheetRow;

/// 开户表 — who of a table is to have which account: one row a person, the head of the first sheet
/// naming 姓名 and 账号, and 人员号, or 单位 and 职务, where names are shared. A roster with a column
/// 账号 is such a table; rows that leave it empty are passed over.
record PeopleTable(int county, PostsHeld posts, OpeningCheck check, LocalDate today) {
    static final int ROWS_MAX = 300;
    private static final int HEAD_MAX = 10;
    private static final int TOLD_MAX = 5;
    private static final String[] NAME = {"姓名", "名字"};
    private static final String[] CODE = {"人员号", "人号"};
    private static final String[] BODY = {"单位", "工作单位", "所在单位", "单位名称", "部门", "机构"};
    private static final String[] POST = {"岗位", "职务", "现任职务", "职位", "单位及职务", "单位职务"};

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
        if (head.isEmpty()
                && rows.stream().limit(HEAD_MAX).anyMatch(row -> column(row, NAME) >= 0)) {
            return Read.refused("表头有“姓名”，没有“账号”：加一列“账号”，写各人登录用的名字，不开的留空");
        }
        if (head.isEmpty()
                || (column(head.get(), NAME) < 0
                        && column(head.get(), CODE) < 0
                        && column(head.get(), "编号") < 0)) {
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
            Meant meant = meant(row, head);
            Optional<String> fault =
                    meant.fault()
                            .or(() -> twice(taken, account, meant.person(), row.number()))
                            .or(() -> check.fault(county, meant.person(), account));
            if (fault.isPresent()) {
                String written = meant.written() + "，" + account;
                faults.add(new Fault(row.number(), written, fault.get()));
            } else {
                String name = posts.nameOf(county, meant.person());
                wanted.add(new Wanted(row.number(), meant.person(), name, account));
            }
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

    /// Whom a row means, or why that cannot be said.
    private record Meant(String written, String person, Optional<String> fault) {}

    private Meant meant(SheetRow row, SheetRow head) {
        String name = plain(text(row, head, NAME));
        String code = text(row, head, CODE);
        if (code.isEmpty() && name.isEmpty()) {
            code = text(row, head, "编号");
        }
        if (code.isEmpty()) {
            return called(name, row, head);
        }
        String registered = posts.nameOf(county, code);
        if (registered.equals(code)) {
            return new Meant(name.isEmpty() ? code : name, "", Optional.of(unknown()));
        }
        return name.isEmpty() || name.equals(plain(registered))
                ? new Meant(registered, code, Optional.empty())
                : new Meant(
                        name,
                        "",
                        Optional.of("人员号" + code + "登记的是" + registered + "。姓名和人员号改成同一个人的。"));
    }

    /// By the name alone where one person bears it, else by the body and the post beside it.
    private Meant called(String name, SheetRow row, SheetRow head) {
        List<PostsHeld.Named> same = posts.peopleCalled(county, name, List.of(), today);
        List<String> told =
                Stream.of(text(row, head, BODY), text(row, head, POST))
                        .filter(words -> !words.isEmpty())
                        .toList();
        List<PostsHeld.Named> fitting =
                same.size() == 1 || told.isEmpty()
                        ? same
                        : posts.peopleCalled(county, name, told, today);
        return fitting.size() == 1
                ? new Meant(name, fitting.getFirst().person(), Optional.empty())
                : new Meant(
                        name, "", Optional.of(same.isEmpty() ? unknown() : shared(same, fitting)));
    }

    private static String unknown() {
        return "机构里没有登记这个人。先由组织人事部门登记人员和任职。";
    }

    /// Names those who bear the name, so that the row can be written as one of them is registered.
    private static String shared(List<PostsHeld.Named> same, List<PostsHeld.Named> fitting) {
        String them =
                (fitting.isEmpty() ? same : fitting)
                        .stream()
                                .limit(TOLD_MAX)
                                .map(
                                        each ->
                                                each.person()
                                                        + "，"
                                                        + AccountsController.written(each.posts()))
                                .collect(Collectors.joining("；"));
        return "同名的有"
                + same.size()
                + "人，"
                + (fitting.isEmpty() ? "单位和职务合不上哪一个：" : "分不清是哪一个：")
                + them
                + "。写上“人员号”，或把单位、职务写成登记的。";
    }

    private static String plain(String words) {
        return words.replaceAll("[\\s\\u3000]", "");
    }

    private static String text(SheetRow row, SheetRow head, String... names) {
        return row.at(column(head, names)).text().strip();
    }

    private static int column(SheetRow head, String... names) {
        for (String name : names) {
            for (int column = 0; column < head.cells().size(); column++) {
                if (plain(head.at(column).text()).equals(name)) {
                    return column;
                }
            }
        }
        return -1;
    }
}
