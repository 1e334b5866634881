package org.mingze.institution.file.tree;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// 形近字 — characters that are easily taken for each other in the keys and words of a file: of like
/// shape, traditional or Japanese forms.
final class LookAlikes {
    private static final List<String> GROUPS =
            List.of(
                    "每毎", "少小", "末未", "日曰", "已己巳", "人入", "大太犬", "千干", "土士", "自白目", "止正", "施旋", "编編",
                    "号號", "态態", "据據", "谁誰准", "向问", "督睹", "权權", "启啟", "宽寬", "限跟", "间間", "对對", "于於",
                    "须須", "齐齊", "复複復", "发發髮", "违違", "则則", "当當", "后後", "卷券", "步歩", "级級极", "类類",
                    "职職识", "责責", "务務", "参參", "数數", "许許", "设設", "单單", "词詞", "汇匯彙", "记記", "录錄録", "选選",
                    "项項", "内內", "标標", "档檔", "机機", "关關", "条條", "报報", "审審", "为為", "办辦", "阶階", "负負",
                    "适適", "党黨", "会會", "议議", "时時", "钱錢", "岗崗", "证證", "书書", "组組", "实實", "处處", "学學",
                    "习習", "检檢", "查査", "题題", "谈談", "话話", "访訪", "达達", "销銷", "结結", "约約", "评評", "满滿",
                    "线線", "占佔", "扣叩", "频頻", "闭閉", "环環", "响響", "应應", "升昇", "称稱", "归歸", "点點", "贯貫");
    private static final Map<Integer, Integer> GROUP_OF = groups();

    private LookAlikes() {}

    private static Map<Integer, Integer> groups() {
        Map<Integer, Integer> groups = new HashMap<>();
        for (int group = 0; group < GROUPS.size(); group++) {
            int number = group;
            GROUPS.get(group).codePoints().forEach(each -> groups.putIfAbsent(each, number));
        }
        return groups;
    }

    static boolean are(char left, char right) {
        Integer group = GROUP_OF.get((int) left);
        return group != null && group.equals(GROUP_OF.get((int) right));
    }
}
