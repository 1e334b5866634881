package org.mingze.institution;

/// 诊断类 — every kind of error that an institution file can have: its stable code and its remedy.
///
/// The codes stay; 1xx file, 2xx keys and values, 3xx vocabulary, 4xx names, 5xx rules. Faults
/// inside an expression carry the codes of the expression language.
public enum DiagnosticKind {
    FILE_UNREADABLE("I101", "文件读不到", "核对路径，确认文件存在且可读。"),
    FILE_NOT_UTF8("I102", "文件不是UTF-8", "用UTF-8另存后再读。"),
    FILE_TOO_LARGE("I103", "文件超过1MB", "一个文件只放一项制度的一个版本，附件另存。"),
    YAML_SYNTAX("I104", "YAML写法不通", "看此处的缩进、引号、括号是否成对；冒号和逗号用半角，冒号后空一格。"),
    NESTED_TOO_DEEP("I105", "嵌套超过50层", "减少嵌套。"),
    ALIASES_TOO_LARGE("I106", "别名展开过大", "减少别名的层层引用。"),
    UNKNOWN_ALIAS("I107", "别名没有对应的锚", "在引用之前用 &名 标出锚，锚不可引用自身。"),
    MERGE_KEY("I108", "不用合并键", "把要合并的各项逐一写出。"),
    TAG("I109", "不用标签", "删去标签，值的类型由所在的格决定。"),
    SEVERAL_DOCUMENTS("I110", "一个文件有几份文档", "每份文档存成一个文件，删去“---”分隔。"),
    EMPTY_FILE("I111", "文件没有内容", "写上“制度”或“词汇”等顶层键，或删去此文件。"),
    UNKNOWN_FILE_KIND("I112", "看不出是制度、词汇还是设定", "顶层写“制度: 名称”“词汇: 名称”或“设定: 机构”。"),
    TOO_MANY_ITEMS("I113", "一处超过1000项", "一处的键或项分写到几处，或拆成几个文件。"),
    TOO_MANY_ERRORS("I114", "错误超过500处", "先改已列出的，再读一次。"),

    UNKNOWN_KEY("I201", "键不认识", "改成认识的键，或删去。"),
    FULL_WIDTH_KEY("I202", "键里有全角或变体字符", "改用通常的字符重写此键。"),
    DUPLICATE_KEY("I203", "键写了两次", "只留一处。"),
    MISSING_KEY("I204", "缺必写的键", "补上此键。"),
    KEY_NOT_TEXT("I205", "键必须是文字", "键写成一个词，不用列表、结构或别名。"),
    EXPECTED_TEXT("I206", "此处要一个值", "写成单个值，不用列表或结构。"),
    EXPECTED_LIST("I207", "此处要列表", "写成 [甲, 乙] 或逐行“- ”。"),
    EXPECTED_GROUP("I208", "此处要“键: 值”", "写成 {键: 值}。"),
    EMPTY_VALUE("I209", "值是空的", "写上值，或删去此键。"),
    IMPOSSIBLE_DAY("I210", "日期不对", "写成年-月-日，例如 2026-02-28，且当月有这一天。"),
    BAD_NUMBER("I211", "数写得不对", "写成整数、小数或分数，例如 2、0.5、1/2。"),
    BAD_SPAN("I212", "时长写得不对", "写成整数加单位，例如 15日、3工作日、2月、24小时。"),
    BAD_MONEY("I213", "金额写得不对", "写成整数或小数，后面紧接“元”或“万元”，例如 500000元、50万元。"),
    BAD_WORD("I214", "此处没有这个词", "从列出的词中选一个。"),
    BAD_ID("I215", "编号写得不对", "编号用小写英文、数字和点，例如 party.study。"),
    BAD_MONTH_DAY("I216", "月日写得不对", "写成 月-日，例如 01-31。"),
    END_BEFORE_START("I217", "止在自之前", "把止改到自的当日或以后。"),

    BAD_FIELD_TYPE("I301", "字段的类型写得不对", "写成 文、整、录(会议)、词(结论)* 等，后面可加 必、承 和密类。"),
    UNKNOWN_CHOICES("I302", "没有这个选项表", "先在“选项”里列出，或改用已有的表。"),
    UNKNOWN_RECORD_TYPE("I303", "没有这个记录类型", "改用词汇里的类型，或先在“记录”里写明。"),
    TYPE_TWICE("I304", "记录类型写了两次且不同", "用 {补: 类型, 字段: …} 补可选字段，不可另写同名类型。"),
    FIELD_TWICE("I305", "字段写了两次且类型不同", "换一个字段名，或改成同样的类型。"),
    ADDED_FIELD_REQUIRED("I306", "补的字段不可为必", "删去“必”：补的字段只能是可选的。"),
    RESERVED_FIELD("I307", "字段名已被占用", "换一个名：日、时、录时、迟录、录者、此 每条记录都有。"),
    BAD_OWNER("I308", "归写得不对", "归写本类型的一个岗、人或机构字段，或写“任”。"),
    WORD_TWICE("I309", "选项里的词重复", "只留一处。"),
    ROLE_TWICE("I310", "角色写了两次", "只留一处，或换一个名；制度自设的角色不与词汇的同名。"),
    FOLLOWS_NOT_RECORD("I311", "只有录字段可以承", "删去“承”，或把类型写成 录(…)。"),
    ENGLISH_TWICE("I312", "英文名重复", "每个记录类型用自己的英文名。"),
    CHOICES_TWICE("I313", "选项表写了两次", "只留一处；制度里同名即为补词。"),

    UNKNOWN_VOCABULARY("I401", "没有这个词汇", "把词汇文件一并给出，或改用已有的词汇。"),
    UNKNOWN_ROLE("I402", "没有这个角色", "改用已有的角色，在“角色”里自设一个，或写 起.机构 这样的字段。"),
    UNKNOWN_FIELD("I403", "记录里没有这个字段", "改用该类型已有的字段。"),
    UNKNOWN_SOURCE("I404", "出处里没有这个来源", "在“出处”里写明，或改用“自定”。"),
    UNKNOWN_ARTICLE("I405", "条文里没有这一条", "在该出处的“条文”里写上此条原文；没见到原文的写“未明”。"),
    UNKNOWN_PARAMETER("I406", "没有这个参数", "在“参数”里写明，或直接写值。"),
    PARAMETER_HIDES_FIELD("I407", "参数与字段同名", "给参数换一个名。"),
    INSTITUTION_TWICE("I408", "同一制度同一天有两个版本", "只留一个，或改“施行”的“自”。"),
    VOCABULARY_TWICE("I409", "同一词汇同一天有两个版本", "只留一个，或改“施行”的“自”。"),
    DUTY_TWICE("I410", "号重复", "每项职责、每个指标用自己的号。"),
    UNKNOWN_METRIC("I412", "没有这个指标", "改用本文件的指标；别的制度的指标写 {编号/号}。"),
    UNKNOWN_DUTY("I413", "没有这项职责", "改用本文件的职责；别的制度的职责写 {违:编号/号}。"),
    UNKNOWN_INSTITUTION("I415", "没有这项制度", "改用已有制度的编号，或把那项制度的文件一并给出。"),
    UNKNOWN_DOSSIER("I414", "没有这种案卷", "先在“案卷”里写明，或改用已有的。"),
    RESERVED_PARAMETER("I411", "参数名已被占用", "换一个名：此 其 起 后 期 今 等由语言使用。"),

    BAD_BASIS("I501", "据写得不对", "写成“出处 条 等级”，例如 督查 17 A；等级为A至D。"),
    WRONG_PARAMETER_TYPE("I502", "参数的类型与此处不合", "换一个合此处类型的参数，或改参数的“型”。"),
    WRONG_SLOT_TYPE("I503", "值的类型与此处不合", "改成此处要的类型。"),
    VALUES_NOT_IN_ORDER("I504", "参数的值没有按日期排列", "按“自”从早到晚排列，同一天只写一个值。"),
    VALUE_OUT_OF_BOUNDS("I505", "参数的值越界", "改值，或改下界、上界。"),
    MISSING_REST_DAY_RULE("I506", "没有写末日遇休", "写“末日遇休: 顺延”或“不顺延”，有依据的写 {则: 顺延, 据: …}。"),
    MISSING_MEMBERSHIP("I507", "没有写成员", "写“成员: 期初”、期末 或 曾在。"),
    MISSING_COUNT("I508", "没有写至少或至多", "写“至少: 数”或“至多: 数”，只写一个。"),
    NOTHING_TO_CLOSE("I509", "闭环既无须齐也无止", "写 须齐 和 齐限，或 止 和 期限，或都写。"),
    NEVER_FOLLOWS("I510", "这类记录承不到起的记录", "用“系”写明怎样相连，或换一个记录类型。"),
    LAST_STAGE_CONDITION("I511", "末一阶段不可有条件", "删去末一阶段的“当”，其余阶段都写“当”。"),
    WINDOW_OUTSIDE_PERIOD("I512", "窗不合每", "窗只用于“每: 年”，且自不晚于至。"),
    LIMIT_UNIT("I513", "限的单位不合", "限、齐限、宽限用日、工作日、周、月、年；参数的值与其“单位”一致。"),
    BAD_PLACE("I514", "句里的位写得不对", "写 {指标号}、{编号/指标号}、{违}、{违:职责号}、{人}、{岗} 或 {期}。"),
    WRITTEN_NUMBER("I515", "句里直接写了数", "改成 {指标号}，由记录得出。"),

    CYCLE_WITHOUT_ENDS("I516", "每: 次 与起、至不合", "“每: 次”写“起”和“至”，其余的“每”不写。"),
    ROTA_WORK("I517", "排班没有写做什么", "写“做”（当日要有的记录）或“覆满”（当日不留空档），只写一个。"),
    ROTA_DAYS("I518", "排班没有写哪些日子", "写“周: [一, 三]”或“每日: 是”，只写一个；按表的写“表”。"),
    BAD_CAUSE("I519", "因、起的违责写得不对", "写成“违(号)”，号是本文件的一项职责。"),
    RUNG_WITHOUT_REACH("I520", "级没有写何时到", "写“满: 时长”或“次: 数”，只写一个。"),
    RUNG_OUT_OF_ORDER("I521", "级没有由低到高排列", "按“满”或“次”从小到大排列各级。"),
    ESCALATION_RING("I522", "违责而起的职责绕成一圈", "“因”“起”改指一项不由它而来的职责。"),
    DEFINITION_TAKEN("I523", "定义的名已被占用", "给定义换一个名，不与字段、参数和语言用的名相同。"),
    PART_WITHOUT_ROWS("I524", "分没有行可分", "“值”写成同一类记录的列表，或删去“分”“平”。"),
    MARKS_DO_NOT_ADD_UP("I525", "各项满分之和不等于满分", "改各项的“满”，或改“满分”。"),
    ITEM_SOURCE("I526", "考核的项写得不合", "写“取”或“按”其一；“扣”“线性”“排名”至多一个。"),
    BANDS_OUT_OF_ORDER("I527", "各档没有按次序排列", "评档按“至少”从高到低，段按“至”从小到大、不过100%。"),
    PARAMETER_NOT_SETTABLE("I528", "参数不许设定", "删去此项，或在制度里给参数写“许设”。"),
    EXCLUDES_ITSELF("I529", "制度与自己抵触", "从“抵触”里删去本制度的编号。"),
    SCORED_DUTY_OF_OTHERS("I530", "考核取了别人的职责", "改“对象”，或用“按”写出要量的数。");

    private final String code;
    private final String title;
    private final String remedy;

    DiagnosticKind(String code, String title, String remedy) {
        this.code = code;
        this.title = title;
        this.remedy = remedy;
    }

    public String code() {
        return code;
    }

    /// What is wrong, in one phrase, for the catalogue.
    public String title() {
        return title;
    }

    public String remedy() {
        return remedy;
    }
}
