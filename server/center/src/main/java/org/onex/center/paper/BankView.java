package org.onex.center.paper;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.Subject;
import org.onex.contract.kernel.Window;

/** An item bank as item writers see it, without its questions. */
record BankView(
        UUID id,
        String code,
        int version,
        QualificationName qualification,
        Level level,
        String title,
        boolean drill,
        String file,
        OffsetDateTime loadedAt,
        String loadedBy,
        List<TypeCount> counts,
        List<FieldOfWork> skills,
        List<SubjectBlueprint> blueprints) {

    /** How many questions of a type there are. */
    record TypeCount(QuestionType type, int count) {}

    /** What a paper of a subject must contain. */
    record SubjectBlueprint(Subject subject, String title, List<Blueprint.PaperSection> sections) {}

    /** A line of the list of banks. */
    record BankSummary(
            UUID id,
            String code,
            int version,
            QualificationName qualification,
            Level level,
            String title,
            boolean drill,
            int items,
            int tasks,
            OffsetDateTime loadedAt) {

        static BankSummary of(ItemBanks.Row row, QualificationName qualification) {
            return new BankSummary(
                    row.id(),
                    row.code(),
                    row.version(),
                    qualification,
                    row.level(),
                    row.title(),
                    row.drill(),
                    row.items(),
                    row.tasks(),
                    Window.inBeijing(row.loadedAt().toInstant()));
        }
    }

    static BankView of(BankRecord record) {
        var bank = record.bank();
        return new BankView(
                record.id(),
                bank.code(),
                record.version(),
                bank.qualification(),
                bank.level(),
                bank.title(),
                bank.drill(),
                record.file(),
                Window.inBeijing(record.loaded().at()),
                record.loaded().name(),
                Arrays.stream(QuestionType.values())
                        .map(type -> new TypeCount(type, bank.questions(type).size()))
                        .toList(),
                bank.skills(),
                Arrays.stream(Subject.values())
                        .flatMap(subject -> blueprint(bank, subject))
                        .toList());
    }

    private static Stream<SubjectBlueprint> blueprint(ItemBank bank, Subject subject) {
        return bank.blueprint(subject).stream()
                .map(blueprint -> new SubjectBlueprint(subject, blueprint.title(), blueprint.sections()));
    }
}
