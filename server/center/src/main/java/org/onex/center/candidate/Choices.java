package org.onex.center.candidate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be written where only certain words are possible, and what else people write for them.
 *
 * @param offered what a drop-down shows
 */
record Choices<T>(List<String> offered, Map<String, T> meanings) {

    static final Choices<CandidateKind> KINDS = new Choices<>(
            List.of("院校考生", "社会考生"),
            Map.of(
                    "院校考生", CandidateKind.COLLEGE,
                    "院校", CandidateKind.COLLEGE,
                    "社会考生", CandidateKind.PUBLIC,
                    "社会", CandidateKind.PUBLIC));

    static final Choices<Boolean> SEXES =
            new Choices<>(List.of("男", "女"), Map.of("男", true, "男性", true, "女", false, "女性", false));

    static final Choices<Boolean> YES_NO = new Choices<>(
            List.of("是", "否"), Map.of("是", true, "有", true, "已签", true, "否", false, "无", false, "未签", false));

    /** The levels of education that colleges of the field have (学历层次). */
    static final Choices<String> EDUCATIONS = synonyms(
            List.of("中职", "高职专科", "职业本科", "普通本科", "研究生", "其他"),
            Map.of(
                    "中专", "中职",
                    "中等职业", "中职",
                    "大专", "高职专科",
                    "专科", "高职专科",
                    "高职", "高职专科",
                    "本科", "普通本科"));

    /** The nations of GB/T 3304; with or without 族. */
    static final Choices<String> NATIONS = nations();

    /** The first two digits of an ID number's area (GB/T 2260). */
    static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83", "91");

    private static Choices<String> nations() {
        var names = List.of(("汉族,蒙古族,回族,藏族,维吾尔族,苗族,彝族,壮族,布依族,朝鲜族,满族,侗族,瑶族,白族,土家族,哈尼族,哈萨克族,傣族,黎族,"
                        + "傈僳族,佤族,畲族,高山族,拉祜族,水族,东乡族,纳西族,景颇族,柯尔克孜族,土族,达斡尔族,仫佬族,羌族,布朗族,撒拉族,"
                        + "毛南族,仡佬族,锡伯族,阿昌族,普米族,塔吉克族,怒族,乌孜别克族,俄罗斯族,鄂温克族,德昂族,保安族,裕固族,京族,"
                        + "塔塔尔族,独龙族,鄂伦春族,赫哲族,门巴族,珞巴族,基诺族,其他")
                .split(","));
        var shorter = new LinkedHashMap<String, String>();
        for (var name : names) {
            if (name.endsWith("族")) {
                shorter.put(name.substring(0, name.length() - 1), name);
            }
        }
        return synonyms(names, shorter);
    }

    private static Choices<String> synonyms(List<String> offered, Map<String, String> others) {
        var meanings = new LinkedHashMap<>(others);
        offered.forEach(word -> meanings.put(word, word));
        return new Choices<>(offered, meanings);
    }

    @Nullable T of(String written) {
        return meanings.get(written);
    }
}
