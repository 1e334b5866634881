package org.mingze.web.serving;

import java.time.Duration;
import java.util.List;
import org.mingze.web.Act;
import org.mingze.web.FormOfAnotherPost;
import org.mingze.web.NotFound;
import org.mingze.web.NotPermitted;
import org.mingze.web.Place;

/// 没办成 — what happened, what is safe, what to do; shown as a page or as a part of one.
public record Problem(int status, String title, List<String> sentences, List<Act> acts) {
    public Problem {
        sentences = List.copyOf(sentences);
        acts = List.copyOf(acts);
    }

    /// Whoever has no page of today is led to the place of the office.
    Problem from(Place office) {
        return acts.stream().anyMatch(act -> act.href().equals("/"))
                ? new Problem(
                        status,
                        title,
                        sentences,
                        List.of(Act.main("回" + office.label(), office.href())))
                : this;
    }

    static final int UPLOAD_MEGABYTES = 30;

    static Problem notFound(NotFound absent) {
        return new Problem(
                404,
                absent.title(),
                List.of(absent.remedy()),
                List.of(Act.main("回今日", "/"), Act.of("看整改台账", "/ledgers/rectification")));
    }

    /// @param as the post or office that asked, empty when it is not known
    static Problem notPermitted(NotPermitted refused, String as) {
        return new Problem(
                403,
                refused.title(),
                as.isEmpty()
                        ? List.of(refused.canSee(), refused.ask())
                        : List.of("你现在是：" + as + "。", refused.canSee(), refused.ask()),
                List.of(Act.main("回今日", "/")));
    }

    static Problem tooLarge() {
        return new Problem(
                413,
                "文件太大，没有收下",
                List.of("一次上传合计不超过" + UPLOAD_MEGABYTES + "兆。压缩照片，或分几次上传。", "没有一笔入账。退回上一页，已填的文字还在。"),
                List.of(Act.main("回今日", "/")));
    }

    /// @param wait until tries are let through again
    static Problem tooOften(Duration wait) {
        long minutes = Math.max(1, (wait.toSeconds() + 59) / 60);
        return new Problem(
                429,
                "试得太勤，先停一停",
                List.of("从你的网络地址来的尝试太多，" + minutes + "分钟后再试；许多人共用一个地址的，找管服务器的人放宽。"),
                List.of(Act.main("回登录页", "/sign-in")));
    }

    /// @param back the page from which it was sent; for who is signed out, the door leads there
    static Problem stale(boolean signedIn, String back) {
        return signedIn
                ? new Problem(
                        403,
                        "这一页放久了，没有入账",
                        List.of("登录换过，或页面是从别处打开的。回那一页再送一次；写的存着草稿，点“继续”接着填。"),
                        List.of(Act.main("回那一页", back)))
                : new Problem(
                        403,
                        "登录过时了，没有入账",
                        List.of("登录后回到那一页；写的存着草稿，点“继续”接着填，附的文件重选。"),
                        List.of(Act.main("登录后接着填", back)));
    }

    /// How to go on stands in a form of its own: another post cannot be taken by a link.
    static Problem of(FormOfAnotherPost form) {
        String acting = "你现在以“" + form.acting().name() + "”行事；";
        return form.opened().isPresent()
                ? new Problem(
                        409,
                        "这张表是以“" + form.opened().get().name() + "”打开的，没有入账",
                        List.of(
                                acting + "中途换过岗位的表，不替你猜该记在谁名下。",
                                "换回去接着填的，写的存着草稿，点“继续”；要以现在的岗位办的，重新打开那一页。"),
                        List.of())
                : new Problem(
                        409,
                        "打开这张表的岗位，你今天不任了，没有入账",
                        List.of(acting + "要以它办的，重新打开那一页。"),
                        List.of(Act.main("回今日", "/")));
    }

    static Problem malformed() {
        return new Problem(
                400, "送来的内容缺了一部分，没有入账", List.of("退回上一页，刷新后再填一次。"), List.of(Act.main("回今日", "/")));
    }

    static Problem failed(String incident) {
        return new Problem(
                500,
                "程序出了差错，这一步没有办成",
                List.of("已入账的记录没有变。再试一次；还不行，把编号" + incident + "告诉系统管理员。"),
                List.of(Act.main("回今日", "/")));
    }

    public static Problem of(int status, String incident) {
        return switch (status) {
            case 400, 405, 415 -> malformed();
            case 403 ->
                    notPermitted(
                            new NotPermitted(
                                    "这里不对你现在的岗位开放", "你能看到自己岗位的职责、记录和台账。", "需要时，换一个岗位，或找县里的系统管理员。"),
                            "");
            case 404 -> notFound(NotFound.page());
            case 413 -> tooLarge();
            default -> failed(incident);
        };
    }
}
