package org.mingze.reading.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 机制 — the named meetings, campaigns, systems, documents and practices that a text speaks of.
final class Mechanisms {
    private static final WordList KNOWN = WordList.load("mechanisms.txt");
    private static final int LENGTH_MAX = 20;
    private static final String SUFFIX =
            "(?:责任制度|工作制度|管理制度|制度|工作机制|机制|责任制|联席会议|专题会议|工作会议|民主生活会|组织生活会|推进会|调度会"
                    + "|座谈会|研讨会|警示教育大会|大会|推进会|现场会|廉政工作会|工作会|例会|专项行动|行动|工程|专项整治|专项治理|专项检查|责任清单"
                    + "|任务清单|问题清单|负面清单|责任书|承诺书|任务书|工作台账|整改台账|工作法|大讲堂|讲堂|大课堂|课堂"
                    + "|专题党课|主题党日|夜校|工作室|工作站|调解室|工作专班|专班|领导小组|述职评议|测评|评比|擂台赛|竞赛|攻坚战"
                    + "|积分制|承诺制|负责制|例会制度|管理办法|考核办法|培训班|示范岗|先锋岗|突击队|红黑榜|黑名单|档案|预案|联席会"
                    + "|提升年|建设年|调研年|提升工程|惠民工程|示范工程|培育工程|强基工程)";
    private static final Pattern QUOTED =
            Pattern.compile(
                    "“([^“”\\n]{2,18})”(?:([\\p{IsHan}]{0,6}?)"
                            + SUFFIX
                            + "|(?:要求|理念|模式|平台|品牌|协议|教育|活动|体系|管理|热线|栏目|示范点|队伍|服务|预警|做法|谈话|培训|点))");
    private static final Pattern QUOTED_NAME =
            Pattern.compile(
                    "“([^“”\\n]{2,16}(?:工作法|机制|制度|工程|行动|专班|清单|台账|讲堂|课堂|一本账|日|平台))”"
                            + "|(?:开展|实施|推行|启动|签订|推出|开设|落实|执行|实行|推广|开办|举办|打造|创新|设立|设置|建立|深化|组建|依托"
                            + "|用好|推进|试行|创建|擦亮|叫响|采取|采用|按照|运用|坚持|建成|获评|评为|争创)(?:了|好)?[\\p{IsHan}]{0,4}“(?![两二三四五六七八九]个|第|四风)([^“”\\n]{2,16})”");
    private static final Pattern DOCUMENT = Pattern.compile("《([^《》\\n]{2,60})》");
    private static final Pattern SUFFIXED = Pattern.compile("(?!工程)" + SUFFIX + "(?!度|态|室档)");
    private static final Pattern GOVERNED =
            Pattern.compile(
                    "(?:开展|实施|推行|建立|健全|落实|制定|组织|运用|依托|成立|组建|设立|签订|印发|出台|修订|执行|下发|参加|列入|纳入|推进|深化"
                            + "|举办|完善|使用|打造|履行|启动|创新)(?:了|好|以)?([\\p{IsHan}]{2,8}?(?:普查|攻坚|清理|创建|演练|招标|招投标|中心|热线"
                            + "|名单|平台|系统|网络|队伍|案例库|试点|办法|细则|规程|计划|提示函|提醒函|通知书|讲坛|体检|评议|谈话|督查|督察|清单|台账"
                            + "|公示|改革|工作要点|活动|党课|结对|帮扶|招商|走访|接访|约谈|承诺|考核|核算|排查|研判|监测))"
                            + "(?=[，。；、：）和与及等“”0-9*]|工作|[一二三四两]次|$)");
    private static final Pattern UNITS =
            Pattern.compile("^(?:分钟|小时|工作日|个月|余|多)?(?:[期支个项名次场家份条批年级天])?");
    private static final Pattern WHEN =
            Pattern.compile(
                    "^.{0,6}?(?:年|月|季度|日|旬|周|号)度?(?:[底末初]|[上中下]旬)?(?:[之以]?前|之内|以内|[之以]后|起|以来)");
    private static final Pattern REST_OF_DAY =
            Pattern.compile("^(?:年|个?月份?|季度|日|号|周)(?:[底末初]|[上中下]旬)?");
    private static final Pattern STATE = Pattern.compile("^(?:中国共产党|中华人民共和国)");
    private static final Pattern UNNAMED =
            Pattern.compile(
                    ".*[的了将把被从向使让并而或其该这那].*|(?:有关|相关|各类|各项|重点|具体|日常|全面|集中|实地|工作|专项|长期|年度|一批|系列).{2,4}");
    private static final Pattern YEAR =
            Pattern.compile("^.{0,4}?年?度(?=[\\p{IsHan}]{3})(?!假)|.*(?:上升为|固化为|转化为|制定实|实|立即)$");
    private static final int BODY_MAX = 12;
    private static final int LIST_MAX = 60;
    private static final Pattern COUNTED =
            Pattern.compile("[二三四五六七八九十](?:大?项|大)(?:专项)?(?:行动|工程|活动|机制|制度|整治)");
    private static final Pattern EDGE =
            Pattern.compile(
                    ".*(?:的|和|与|及|了|将|根据|按照|通过|开展|落实|执行|建立|建成|健全|完善|实行|推行|召开|严格|制定|坚持|参加|组织开展"
                            + "|实施|完成|推进|推动|强化|加强|深化|出台|修订|签订|印发|利用|围绕|抓好|做好|履行|规范|贯彻|遵守|形成|构建"
                            + "|常态化|扎实|深入|纵深|积极|全面|认真|定期|带头|主持|督促|创新|举办|组建|设立|打造|推出|开设|开办|引入|补充|大力|持续|有效|各项|相关|上述|这次|此次"
                            + "|本次|把|.*等|一系列|满足于|秉持|按|并|每[年月周]|[一二三四五六七八九十0-9*]{1,3}[次个项]|有序|进行|启动|探索"
                            + "|运用|用好|发挥|对照|一些|违反|实现|经常|执行|统筹|动态|逐级|层层|分类|以|在|用|是|讲|到|成立|上|局|街道|镇|县(?!政府)|对|打好|打赢|^[个次项名家年])");
    private static final Pattern LIST_COMMA = Pattern.compile("、");
    private static final Pattern VERBS =
            Pattern.compile("^.{0,4}(?:开展|实施|推进|推行|组织|落实|打造|抓好|深化|启动)(?:了|以)?");
    private static final Set<String> HOLLOW =
            Set.of(
                    "工作", "管理", "长效", "规章", "具体", "领导", "机关", "重点", "重大", "日常", "实际", "思想上政治上",
                    "统一", "自觉", "政治上", "有关", "内部管理", "各类", "民生", "建设", "基层", "项目", "问题", "个人", "整改",
                    "干部", "请示", "汇报", "全县", "年度", "协同", "联动", "实", "立即", "升为", "本清单实", "上升为", "固化为",
                    "转化为", "规定", "党组立即", "迅速", "体制", "政治", "学习", "工作学习");

    private final String text;
    private final Map<String, Integer> found = new LinkedHashMap<>();

    private Mechanisms(String text) {
        this.text = text;
    }

    static List<String> find(PlainText plain) {
        Mechanisms mechanisms = new Mechanisms(plain.text());
        mechanisms.findKnown();
        mechanisms.findDocuments();
        mechanisms.findQuoted();
        mechanisms.findCounted();
        mechanisms.findSuffixed();
        mechanisms.findGoverned();
        return mechanisms.kept(plain.source());
    }

    private void add(String name, int start) {
        found.putIfAbsent(name, start);
    }

    private void findKnown() {
        int covered = 0;
        for (WordList.Place place : KNOWN.find(text)) {
            if (place.end() > covered) {
                boolean meeting = place.word().contains("会") || place.word().contains("中心组");
                int start = meeting ? withBody(place.start()) : place.start();
                add(text.substring(start, place.end()), start);
                covered = place.end();
            }
        }
    }

    /// A meeting is named with its body: 县委 before 理论中心组学习.
    private int withBody(int start) {
        boolean office = start >= 2 && "委府".indexOf(text.charAt(start - 1)) >= 0;
        if (office && "县市区镇乡党".indexOf(text.charAt(start - 2)) >= 0) {
            return start - 2;
        }
        boolean level = start >= 1 && "县区镇".indexOf(text.charAt(start - 1)) >= 0;
        return level && text.startsWith("政府", start) ? start - 1 : start;
    }

    private void findDocuments() {
        Matcher matcher = DOCUMENT.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1);
            int about = name.lastIndexOf('*') + 1;
            String kept =
                    STATE.matcher(name.substring(about))
                            .replaceFirst("")
                            .replaceFirst("^(?:县|镇|街道|市|委)", "");
            if (kept.length() >= 3 && kept.length() <= LENGTH_MAX) {
                add(kept, matcher.start());
            }
        }
    }

    private void findQuoted() {
        for (Pattern pattern : List.of(QUOTED, QUOTED_NAME)) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                int group = matcher.group(1) == null ? 2 : 1;
                if (matcher.group(group).indexOf('，') < 0) {
                    add(matcher.group(group), matcher.start(group));
                }
            }
        }
    }

    /// The items of a counted list: 甲、乙、丙等三大行动.
    private void findCounted() {
        Matcher matcher = COUNTED.matcher(text);
        while (matcher.find()) {
            String list = before(matcher.start(), LIST_MAX, "，。；：\n“”");
            if (list.indexOf('、') < 0) {
                continue;
            }
            for (String item : Arrays.asList(LIST_COMMA.split(list, -1))) {
                String named = item.endsWith("等") ? item.substring(0, item.length() - 1) : item;
                String kept = VERBS.matcher(named).replaceFirst("");
                if (kept.length() >= 4 && kept.length() <= 12) {
                    add(kept, matcher.start());
                }
            }
        }
    }

    private void findSuffixed() {
        Matcher matcher = SUFFIXED.matcher(text);
        while (matcher.find()) {
            String counted = uncounted(body(matcher.start()), matcher.start());
            String body = YEAR.matcher(counted).replaceFirst("");
            Matcher edge = EDGE.matcher(body);
            String kept = edge.lookingAt() ? body.substring(edge.end()) : body;
            if (kept.startsWith("从严治党") && body.endsWith("全面" + kept)) {
                kept = "全面" + kept;
            }
            boolean hollow = kept.length() < 2 || HOLLOW.contains(kept);
            hollow |= found.keySet().stream().anyMatch(kept::endsWith);
            boolean inTitle = text.startsWith("》", matcher.end());
            if (!hollow && !inTitle && kept.length() <= 8) {
                add(kept + matcher.group(), matcher.start() - kept.length());
            }
        }
    }

    /// What is carried out under a name: 开展农村公路路况普查.
    private void findGoverned() {
        Matcher matcher = GOVERNED.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1);
            boolean known = found.keySet().stream().anyMatch(name::endsWith);
            if (!known && !UNNAMED.matcher(name).matches()) {
                add(name, matcher.start(1));
            }
        }
    }

    /// Without words of time, and the unit of a number that stands right before: 月底前完成 after 8,
    /// 3期 before 业务培训班.
    private String uncounted(String body, int end) {
        int start = end - body.length();
        boolean digit = start > 0 && "0123456789*".indexOf(text.charAt(start - 1)) >= 0;
        String named = WHEN.matcher(body).replaceFirst("");
        if (!digit || named.length() < body.length()) {
            return named;
        }
        String undated = REST_OF_DAY.matcher(body).replaceFirst("");
        return UNITS.matcher(undated).replaceFirst("");
    }

    /// The Chinese characters right before a place.
    private String body(int end) {
        int start = end;
        while (start > 0
                && end - start < BODY_MAX
                && Character.isIdeographic(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    private String before(int end, int most, String stops) {
        int start = end;
        while (start > 0 && end - start < most && stops.indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return text.substring(start, end);
    }

    /// Exact substrings only, and no word that stands only inside longer ones.
    private List<String> kept(String source) {
        List<String> kept = new ArrayList<>();
        for (String name : found.keySet()) {
            if (name.length() <= LENGTH_MAX && source.contains(name) && !inside(name)) {
                kept.add(name);
            }
        }
        return kept;
    }

    private boolean inside(String name) {
        for (String longer : found.keySet()) {
            boolean holds = longer.length() > name.length() && longer.length() <= LENGTH_MAX;
            if (holds && longer.contains(name) && count(name) <= count(longer)) {
                return true;
            }
        }
        return false;
    }

    private int count(String name) {
        int count = 0;
        int at = text.indexOf(name);
        while (at >= 0 && count < 50) {
            count++;
            at = text.indexOf(name, at + name.length());
        }
        return count;
    }
}
