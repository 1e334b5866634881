package org.mingze.reading.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 机制 — the named meetings, campaigns, systems, documents and practices that a text speaks of.
final class Mechanisms {
    private static final WordList KNOWN = WordList.load("mechanisms.txt");
    private static final int LENGTH_MAX = 20;
    private static final String SUFFIX =
            "(?:责任制度|工作制度|管理制度|制度|工作机制|机制|责任制|联席会议|专题会议|工作会议|民主生活会|组织生活会|推进会|调度会"
                    + "|座谈会|研讨会|现场会|廉政工作会|工作会|例会|专项行动|行动|工程|专项整治|专项治理|整治|责任清单|清单|责任书"
                    + "|承诺书|任务书|台账|工作法|办法|条例|规定|细则|大讲堂|讲堂|学堂|课堂|党课|党日|工作室|工作站|专班|领导小组"
                    + "|评议|测评|评比|擂台赛|竞赛|活动|试点|创建|谈话|约谈|包案|接访|巡察|巡视|攻坚战|攻坚|提升年|建设年)";
    private static final Pattern QUOTED =
            Pattern.compile("“([^“”\\n]{2,18})”(" + SUFFIX + "|要求|理念|改革|模式|平台|品牌|协议|教育|方法|体系)?");
    private static final Pattern DOCUMENT = Pattern.compile("《([^《》\\n]{2,60})》");
    private static final Pattern SUFFIXED =
            Pattern.compile(
                    "(?<body>[\\p{IsHan}·]{2,12}?)(?<suffix>" + SUFFIX + ")(?![\\p{IsHan}]?度)");
    private static final Pattern EDGE =
            Pattern.compile(
                    ".*(?:的|和|与|及|了|在|对|把|将|向|以|为|按照|根据|通过|开展|落实|执行|建立|健全|完善|实行|推行|召开|严格|制定"
                            + "|坚持|参加|组织|实施|推进|推动|强化|加强|深化|出台|修订|签订|印发|利用|围绕|抓好|做好|履行|规范|贯彻"
                            + "|遵守|形成|构建|常态化|扎实|深入|纵深|积极|全面|认真|定期|带头|主持|督促|创新|大力|持续|有效|各项|相关"
                            + "|本|该|各|等|是|使|让|并|由|从|到|每[年月周]|[一二三四五六七八九十0-9*]次|有序|进行|启动|探索|运用|用好|发挥)");
    private static final Set<String> EMPTY_BODIES =
            Set.of(
                    "工作", "管理", "各项", "相关", "有关", "长效", "规章", "上述", "具体", "领导", "机关", "重点", "重大",
                    "日常");

    private final String text;
    private final Set<String> found = new LinkedHashSet<>();

    private Mechanisms(String text) {
        this.text = text;
    }

    static List<String> find(PlainText plain) {
        Mechanisms mechanisms = new Mechanisms(plain.text());
        mechanisms.findKnown();
        mechanisms.findDocuments();
        mechanisms.findQuoted();
        mechanisms.findSuffixed();
        return mechanisms.kept(plain.source());
    }

    private void findKnown() {
        int covered = 0;
        for (WordList.Place place : KNOWN.find(text)) {
            if (place.end() > covered) {
                found.add(place.word());
                covered = place.end();
            }
        }
    }

    private void findDocuments() {
        Matcher matcher = DOCUMENT.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1);
            int about = name.lastIndexOf('*') + 1;
            String kept = name.substring(about).replaceFirst("^(?:关于|县|镇|街道|市)", "");
            if (kept.length() >= 3 && kept.length() <= LENGTH_MAX) {
                found.add(kept);
            }
        }
    }

    private void findQuoted() {
        Matcher matcher = QUOTED.matcher(text);
        while (matcher.find()) {
            boolean named = matcher.group(2) != null;
            if (named && matcher.group(1).indexOf('，') < 0) {
                found.add(matcher.group(1));
            }
        }
    }

    private void findSuffixed() {
        Matcher matcher = SUFFIXED.matcher(text);
        while (matcher.find()) {
            String body = matcher.group("body");
            Matcher edge = EDGE.matcher(body);
            String kept = edge.lookingAt() ? body.substring(edge.end()) : body;
            boolean hollow = kept.length() < 2 || EMPTY_BODIES.contains(kept);
            if (!hollow && kept.length() <= 8) {
                found.add(kept + matcher.group("suffix"));
            }
        }
    }

    /// Exact substrings only, and no word that stands only inside a longer one found.
    private List<String> kept(String source) {
        List<String> kept = new ArrayList<>();
        for (String name : found) {
            if (name.length() <= LENGTH_MAX && source.contains(name)) {
                kept.add(name);
            }
        }
        return kept;
    }
}
