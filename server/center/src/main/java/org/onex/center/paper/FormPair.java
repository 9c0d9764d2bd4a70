package org.onex.center.paper;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Two equal forms of a paper, drawn from a bank (组卷). The same bank, blueprint and seed always give the same two. */
record FormPair(Form a, Form b, FormComparison comparison) {

    /**
     * @param blueprint of this bank, which has enough questions for one form
     */
    static FormPair drawn(ItemBank bank, Blueprint blueprint, long seed) {
        var sections = blueprint.sections();
        var splits = IntStream.range(0, sections.size())
                .mapToObj(i -> {
                    var section = sections.get(i);
                    return SectionSplit.drawn(section, bank.questions(section.type()), new Random(31 * seed + i));
                })
                .toList();
        return new FormPair(
                new Form("A", filled(splits, true)),
                new Form("B", filled(splits, false)),
                FormComparison.of(bank, splits));
    }

    List<Form> forms() {
        return List.of(a, b);
    }

    private static List<Form.FormSection> filled(List<SectionSplit> splits, boolean first) {
        return splits.stream()
                .map(split -> Form.FormSection.of(split.section(), first ? split.a() : split.b()))
                .toList();
    }
}
