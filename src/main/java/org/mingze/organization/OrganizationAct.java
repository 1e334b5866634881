package org.mingze.organization;

import java.util.List;
import java.util.Optional;

/// 机构变动 — what a journal entry may say about bodies, posts and people.
///
/// The word is the entry's kind; the Chinese names are the keys of its content.
public sealed interface OrganizationAct {
    /// 机构 {号, 名, 类, 级?, 属?, 地?} — a body is set up.
    record BodyEstablished(
            String code,
            String name,
            String kind,
            Optional<String> level,
            Optional<String> parent,
            Optional<String> place)
            implements OrganizationAct {}

    /// 机构变更 {机构, 名?, 类?, 级?, 属?, 地?} — a body changes name or place in the tree.
    record BodyChanged(
            String body,
            Optional<String> name,
            Optional<String> kind,
            Optional<String> level,
            Optional<String> parent,
            Optional<String> place)
            implements OrganizationAct {}

    /// 撤销机构 {机构, 并入?} — from this day on the body and its posts are no more.
    record BodyAbolished(String body, Optional<String> successor) implements OrganizationAct {}

    /// 岗位 {号, 名, 于, 职, 分管?} — a post is set up; 职 is one word of the choice list.
    record PostEstablished(
            String code, String name, String body, String title, List<String> inChargeOf)
            implements OrganizationAct {}

    /// 岗位变更 {岗, 名?, 于?, 职?, 分管?}.
    record PostChanged(
            String post,
            Optional<String> name,
            Optional<String> body,
            Optional<String> title,
            Optional<List<String>> inChargeOf)
            implements OrganizationAct {}

    /// 撤销岗位 {岗}.
    record PostAbolished(String post) implements OrganizationAct {}

    /// 人员 {号, 名} — a person is registered.
    record PersonRegistered(String code, String name) implements OrganizationAct {}

    /// 编入 {人, 机构} — a person belongs to a body without a post (a member of a Party branch).
    record MemberJoined(String person, String body) implements OrganizationAct {}

    /// 编出 {人, 机构}.
    record MemberLeft(String person, String body) implements OrganizationAct {}

    /// 任 {人, 岗} — holds the post from this day on.
    record Appointed(String person, String post) implements OrganizationAct {}

    /// 卸 {人, 岗} — holds it no more from the day after this one.
    record Departed(String person, String post) implements OrganizationAct {}
}
