package org.onex.center.paper;

import java.util.List;

/**
 * How alike the two forms of a paper are (卷型比较): nobody is to have the harder one.
 *
 * @param shared how many questions are in both, because the bank has not enough
 */
record FormComparison(int shared, List<SectionComparison> sections, List<FieldSpread> fields) {

    /**
     * A section in both forms.
     *
     * @param difficultyA sum of the difficulties of form A
     * @param difference  between the two sums
     * @param shared      how many questions are in both
     */
    record SectionComparison(
            String title, QuestionType type, int count, int difficultyA, int difficultyB, int difference, int shared) {}

    /** How many questions of each form ask for a field of work. */
    record FieldSpread(String code, String name, int questionsA, int questionsB) {}

    FormComparison {
        sections = List.copyOf(sections);
        fields = List.copyOf(fields);
    }

    static FormComparison of(ItemBank bank, List<SectionSplit> splits) {
        var fields = bank.skills().stream()
                .map(field -> new FieldSpread(
                        field.code(),
                        field.name(),
                        splits.stream().mapToInt(split -> in(field, split.a())).sum(),
                        splits.stream().mapToInt(split -> in(field, split.b())).sum()))
                .toList();
        var sections = splits.stream().map(FormComparison::section).toList();
        return new FormComparison(
                sections.stream().mapToInt(SectionComparison::shared).sum(), sections, fields);
    }

    private static SectionComparison section(SectionSplit split) {
        var section = split.section();
        int difficultyA = difficulty(split.a());
        int difficultyB = difficulty(split.b());
        return new SectionComparison(
                section.title(),
                section.type(),
                section.count(),
                difficultyA,
                difficultyB,
                Math.abs(difficultyA - difficultyB),
                (int) split.a().stream().filter(split.b()::contains).count());
    }

    private static int difficulty(List<Question> questions) {
        return questions.stream().mapToInt(Question::difficulty).sum();
    }

    private static int in(FieldOfWork field, List<Question> questions) {
        return (int) questions.stream()
                .filter(question -> question.field().equals(field.code()))
                .count();
    }
}
