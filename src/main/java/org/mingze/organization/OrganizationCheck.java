package org.mingze.organization;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.organization.OrganizationAct.Appointed;
import org.mingze.organization.OrganizationAct.BodyAbolished;
import org.mingze.organization.OrganizationAct.BodyChanged;
import org.mingze.organization.OrganizationAct.BodyEstablished;
import org.mingze.organization.OrganizationAct.Departed;
import org.mingze.organization.OrganizationAct.MemberJoined;
import org.mingze.organization.OrganizationAct.MemberLeft;
import org.mingze.organization.OrganizationAct.PersonRegistered;
import org.mingze.organization.OrganizationAct.PostAbolished;
import org.mingze.organization.OrganizationAct.PostChanged;
import org.mingze.organization.OrganizationAct.PostEstablished;

/// 机构变动核对 — whether an act of one day fits what is known of that day.
record OrganizationCheck(Organization organization, LocalDate day) {
    void check(OrganizationAct act) {
        switch (act) {
            case BodyEstablished body -> {
                needFreeCode("机构", body.code());
                body.parent().ifPresent(this::needBody);
            }
            case BodyChanged change -> {
                needBody(change.body());
                change.parent().ifPresent(parent -> needNoLoop(change.body(), parent));
            }
            case BodyAbolished(String body, Optional<String> successor) -> {
                needBody(body);
                successor.ifPresent(this::needBody);
            }
            case PostEstablished post -> {
                needFreeCode("岗位", post.code());
                needBody(post.body());
                post.inChargeOf().forEach(this::needBody);
            }
            case PostChanged change -> {
                needPost(change.post());
                change.body().ifPresent(this::needBody);
                change.inChargeOf().ifPresent(bodies -> bodies.forEach(this::needBody));
            }
            case PostAbolished(String post) -> needPost(post);
            case PersonRegistered(String code, String _) -> needNewPerson(code);
            case MemberJoined(String person, String body) -> {
                needPerson(person);
                needBody(body);
            }
            case MemberLeft(String person, String body) -> {
                needPerson(person);
                needBody(body);
                needMember(person, body);
            }
            case Appointed(String person, String post) -> checkAppointed(person, post);
            case Departed(String person, String post) -> checkDeparted(person, post);
        }
    }

    private void checkAppointed(String person, String post) {
        needPerson(person);
        needPost(post);
        if (holds(person, post)) {
            throw new OrganizationFault(
                    "“%s”%s已任“%s”，不必再任".formatted(personName(person), day, postName(post)));
        }
    }

    private void checkDeparted(String person, String post) {
        needPerson(person);
        needPost(post);
        if (!holds(person, post)) {
            throw new OrganizationFault(
                    "“%s”%s不在“%s”任上，先核对任职记录".formatted(personName(person), day, postName(post)));
        }
    }

    private void needNewPerson(String code) {
        if (organization.person(code).isPresent()) {
            throw new OrganizationFault("人员代码“%s”已经用过，换一个再录".formatted(code));
        }
    }

    private void needFreeCode(String what, String code) {
        if (organization.isCodeTaken(code)) {
            throw new OrganizationFault("%s代码“%s”已经用过，换一个再录".formatted(what, code));
        }
    }

    private void needBody(String code) {
        if (organization.body(code, day).isEmpty()) {
            throw new OrganizationFault("%s没有机构“%s”，先设立该机构或核对代码".formatted(day, code));
        }
    }

    private void needPost(String code) {
        if (organization.post(code, day).isEmpty()) {
            throw new OrganizationFault("%s没有岗位“%s”，先设立该岗位或核对代码".formatted(day, code));
        }
    }

    private void needPerson(String code) {
        if (organization.person(code).isEmpty()) {
            throw new OrganizationFault("没有登记过人员“%s”，先登记该人员或核对代码".formatted(code));
        }
    }

    private void needMember(String person, String body) {
        if (!organization.members(body, day).contains(person)) {
            throw new OrganizationFault(
                    "“%s”%s不在“%s”，先核对编入记录".formatted(personName(person), day, bodyName(body)));
        }
    }

    private void needNoLoop(String body, String parent) {
        needBody(parent);
        boolean below =
                organization.subtree(body, day).stream()
                        .anyMatch(found -> found.code().equals(parent));
        if (below) {
            throw new OrganizationFault(
                    "“%s”在“%s”之下，不能反过来做它的上级".formatted(bodyName(parent), bodyName(body)));
        }
    }

    private boolean holds(String person, String post) {
        return organization.holder(post, day).filter(person::equals).isPresent();
    }

    private String personName(String code) {
        return organization.person(code).map(Person::name).orElse(code);
    }

    private String bodyName(String code) {
        return organization.body(code, day).map(Body::name).orElse(code);
    }

    private String postName(String code) {
        return organization.post(code, day).map(Post::name).orElse(code);
    }
}
