package org.mingze.reading.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("任何文字都读得完")
class AnyTextTest {
    private static final String[] WORDS = {
        "一、",
        "（一）",
        "1.",
        "1、",
        "（1）",
        "①",
        "一是",
        "二是",
        "首先，",
        "第一，",
        "存在问题",
        "原因",
        "整改措施：",
        "责任单位：",
        "每季度",
        "12",
        "*",
        "**",
        "百分之",
        "三百",
        "分之",
        "次",
        "万元",
        "年",
        "月",
        "“",
        "”",
        "《",
        "》",
        "。",
        "；",
        "：",
        "，",
        "、",
        "\n",
        "\t",
        "|",
        "但",
        "主要表现在：",
        "下一步",
        "预计",
        "将",
        "所致",
        "主要是",
        "不够",
        "##paidbegin##",
        "<",
        ">",
        "- 3 -",
        "\u00a0",
        "\r\n",
        "\0",
        "\ud83d",
        "\udc00",
        "年底前",
        "工作日内",
        "制度",
        "机制",
        "的",
        "学习",
        "X",
        "×",
        "~",
        "第",
        "条",
        "序号\t问题\t整改措施\n",
        "1\t甲\t乙\n",
        "一半",
        "0.",
        "99999999999999999999",
        "万",
        "亿"
    };

    @Test
    @DisplayName("随机拼接的文字不出异常，位置都落在原文之内")
    void readsAnything() {
        Random random = new Random(20261121);
        for (int round = 0; round < 1500; round++) {
            StringBuilder said = new StringBuilder();
            int length = random.nextInt(120);
            for (int at = 0; at < length; at++) {
                said.append(WORDS[random.nextInt(WORDS.length)]);
            }
            Reading reading = ReportReader.read("随机.txt", said.toString());
            assertThat(reading.figures())
                    .allMatch(f -> f.offset() >= 0 && f.offset() < said.length());
            assertThat(reading.outline())
                    .allMatch(h -> h.offset() >= 0 && h.offset() <= said.length());
            assertThat(reading.findings()).allMatch(f -> f.offset() <= said.length());
            assertThat(reading.mechanisms()).allMatch(said.toString()::contains);
        }
    }

    @Test
    @DisplayName("很长的单调文字也在线性时间内读完")
    void readsLongMonotonousText() {
        for (String word : WORDS) {
            String said = word.repeat(8_000 / Math.max(1, word.length()));
            Assertions.assertTimeout(
                    Duration.ofSeconds(8), () -> ReportReader.read("长.txt", said), word);
        }
    }
}
