package org.mingze.office.reorganizing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// 机构之事 — what can be done to the organization in one go, and what must be told for it.
enum Deed {
    ESTABLISH("establishment", "设机构", "设一个新机构，归到一个上级之下；岗位随后再设。"),
    RENAME("rename", "更名", "机构改一个名字，编号和账都不变。"),
    TRANSFER("transfer", "划转", "机构连同下面的，改归另一个上级。"),
    MERGE("merge", "并入", "机构撤销；它的岗位和下级归并入的机构，没办完的跟着岗位走。"),
    CLOSE("closure", "撤机构", "撤销一个没有下级、岗位都空缺的机构，连同它的岗位；办过的和欠下的都还在账上。"),
    SPLIT("split", "分设", "从一个机构分出一个新机构，选中的岗位和下级归它。"),
    POST("post", "设岗", "在机构里设一个岗位。"),
    RENAME_POST("retitling", "岗位更名", "岗位改一个名字，编号、任的人和账都不变。"),
    ABOLISH("abolition", "撤岗", "撤销一个没有人任的岗位；它办过的事和欠下的都还在账上。"),
    APPOINT("appointment", "任职", "一个人从这天起任这个岗；原任者自动卸任。"),
    DEPART("departure", "卸任", "一个人任这个岗到这天为止，第二天起不再任。"),
    DELEGATE("delegation", "委托", "一个岗位在一段日子里代另一个岗位办；责任不变。"),
    WITHDRAW("withdrawal", "收回委托", "委托没有到期，从这天起不再由受托的岗位代办。");

    static final String FIRST_DAY = "从哪天起";
    static final String LAST_DAY = "任到哪天";

    private final String address;
    private final String word;
    private final String about;

    Deed(String address, String word, String about) {
        this.address = address;
        this.word = word;
        this.about = about;
    }

    /// 所问 — one thing to be told.
    enum Ask {
        BODY("body", "机构", "全名或编号"),
        UNDER("under", "归到", "新上级的全名或编号"),
        INTO("into", "并入", "并入哪个机构"),
        NAME("name", "名字", "新的全名"),
        KIND("kind", "类别", "和本县同样的机构写成一样的；制度按类别定谁承担职责"),
        LEVEL("level", "层级", "和本县同一层的机构写成一样的"),
        TITLE("title", "职务", "如：书记、行政正职、班子成员、科员"),
        POSTS("posts", "带走的岗位", "一行一个，全名或编号"),
        BELOW("below", "带走的下级", "一行一个，全名或编号；没有就空着"),
        PERSON("person", "谁", "姓名或编号"),
        POST("post", "岗位", "全名或编号"),
        TO("to", "代办的岗位", "全名或编号"),
        UNTIL("until", "到哪天", "空着就是到收回为止"),
        DELEGATION("delegation", "收回哪一次", ""),
        BASIS("basis", "依据", "文号，或作出决定的会议记录号"),
        REASON("reason", "原因", "为什么提前收回");

        private final String field;
        private final String label;
        private final String hint;

        Ask(String field, String label, String hint) {
            this.field = field;
            this.label = label;
            this.hint = hint;
        }

        String field() {
            return field;
        }

        String label() {
            return label;
        }

        String hint() {
            return hint;
        }

        boolean isRequired() {
            return this != BELOW && this != POSTS && this != UNTIL;
        }
    }

    static Optional<Deed> at(String address) {
        return Arrays.stream(values()).filter(deed -> deed.address.equals(address)).findFirst();
    }

    String address() {
        return address;
    }

    String word() {
        return word;
    }

    String about() {
        return about;
    }

    List<Ask> asks() {
        return switch (this) {
            case ESTABLISH -> List.of(Ask.NAME, Ask.KIND, Ask.LEVEL, Ask.UNDER);
            case CLOSE -> List.of(Ask.BODY);
            case RENAME -> List.of(Ask.BODY, Ask.NAME);
            case TRANSFER -> List.of(Ask.BODY, Ask.UNDER);
            case MERGE -> List.of(Ask.BODY, Ask.INTO);
            case SPLIT -> List.of(Ask.BODY, Ask.NAME, Ask.POSTS, Ask.BELOW);
            case POST -> List.of(Ask.BODY, Ask.NAME, Ask.TITLE);
            case APPOINT -> List.of(Ask.PERSON, Ask.POST);
            case RENAME_POST -> List.of(Ask.POST, Ask.NAME);
            case ABOLISH, DEPART -> List.of(Ask.POST);
            case DELEGATE -> List.of(Ask.POST, Ask.TO, Ask.UNTIL);
            case WITHDRAW -> List.of(Ask.DELEGATION);
        };
    }

    /// What its day means: the last one in the post, or the first of what begins.
    String day() {
        return this == DEPART ? LAST_DAY : FIRST_DAY;
    }

    /// Why it is done: on which document, or for which reason of one's own.
    Ask why() {
        return this == WITHDRAW ? Ask.REASON : Ask.BASIS;
    }

    /// What a post may do with what is its own.
    boolean isOwn() {
        return this == DELEGATE || this == WITHDRAW;
    }

    /// What ends something and is not done lightly.
    boolean isGrave() {
        return this == MERGE || this == CLOSE || this == ABOLISH || this == DEPART;
    }
}
