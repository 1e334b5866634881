package org.mingze.exchange.holidays;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.Visitor.Page;
import org.mingze.work.CountyLedgers;

@DisplayName("从一份放假通知到这一年的工作日，不用脚本")
class HolidaysWalkTest {
    private static final String NOTICE =
            """
            国务院办公厅关于2031年部分节假日安排的通知
            国办发明电〔2030〕9号
            一、元旦：1月1日（周三）至3日（周五）放假调休，共3天。1月4日（周六）上班。
            二、春节：1月22日（周三）至28日（周二）放假调休，共7天。1月18日（周日）上班。
            国务院办公厅
            2030年11月8日
            """;

    private final RunningMingze mingze = RunningMingze.shared();

    private Page read(Visitor visitor, String notice) {
        return visitor.send(
                visitor.get("/holidays"),
                "form.upload",
                new Answers().file("file", "放假通知.txt", notice));
    }

    private boolean isWorkingDay(LocalDate day) {
        return mingze.bean(CountyLedgers.class).ask(1, known -> known.calendar().isWorkingDay(day));
    }

    @Test
    @DisplayName("逐段核对，去掉对不上的，记下；这一年的工作日照它算，通知是佐证，再来一份说出不同")
    void walk() {
        Visitor county = mingze.holder("mingchuan.xianwei.secretary");
        assertThat(county.get("/holidays").text("table")).contains("2026年").contains("随程序发布");
        Page trial = read(county, NOTICE);
        assertThat(trial.title()).isEqualTo("2031年4段日子，1段要核");
        assertThat(trial.text("table"))
                .contains("元旦:1月1日(周三)至3日(周五)放假调休,共3天。")
                .contains("1月18日写的是周日，2031年的这一天是周六");
        assertThat(trial.document().select("input[type=checkbox][checked]")).hasSize(3);
        LocalDate day = LocalDate.of(2031, 1, 4);
        assertThat(isWorkingDay(day)).isFalse();
        Page done = county.send(trial, "form[action$=years]", new Answers());
        assertThat(done.text("main")).contains("已记下2031年的日子").contains("笔入账");
        assertThat(isWorkingDay(day)).isTrue();
        assertThat(isWorkingDay(LocalDate.of(2031, 1, 18))).isFalse();
        assertThat(isWorkingDay(LocalDate.of(2031, 1, 28))).isFalse();
        assertThat(county.get("/holidays/2031.txt").document().text())
                .contains("通知 国办发明电〔2030〕9号 2030-11-08")
                .contains("班 元旦 2031-01-04");
        assertThat(county.get("/holidays/2031/notice").document().text()).contains("部分节假日");
        Page again = read(county, NOTICE);
        assertThat(again.title()).contains("1天与年历不同");
        assertThat(again.text("ul.notes")).contains("1月18日：年历里是放假，通知说上班（春节）");
    }

    @Test
    @DisplayName("不归县里记的岗位只看已知的年：没有交通知的表，直接交来的先拒，不先说缺什么")
    void onlyLooks() {
        for (String account : new String[] {"p026", "p027"}) {
            Visitor clerk = mingze.account(account);
            Page page = clerk.get("/holidays");
            assertThat(page.document().select("form.upload")).as(account).isEmpty();
            assertThat(page.text("main")).contains("放假的日子由县里记：把通知交给县委办或督查室", "已知的年");
            Page refused = clerk.post("/holidays", new Answers());
            assertThat(refused.status()).as(account).isEqualTo(403);
            assertThat(refused.text("main")).contains("你能看已知的年", "县委办或督查室");
            assertThat(clerk.post("/holidays/years", new Answers()).status()).isEqualTo(403);
        }
    }

    @Test
    @DisplayName("没有日子的文字、涉密的、空的都说一句话，贴的字还在")
    void refuses() {
        Visitor county = mingze.holder("mingchuan.xianwei.secretary");
        assertThat(read(county, "机密★一年\n关于2032年部分节假日的通知").text(".refusal"))
                .contains("密级")
                .contains("没有保存");
        Page typed =
                county.send(
                        county.get("/holidays"),
                        "form.upload",
                        new Answers().put("text", "明年的安排再说"));
        assertThat(typed.text(".refusal")).contains("没有读出哪一年放哪几天假");
        assertThat(typed.text("textarea")).isEqualTo("明年的安排再说");
        Page empty = county.send(county.get("/holidays"), "form.upload", new Answers());
        assertThat(empty.text(".fault")).contains("选一份通知");
    }
}
