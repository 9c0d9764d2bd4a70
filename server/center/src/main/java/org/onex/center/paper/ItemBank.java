package org.onex.center.paper;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.Subject;

/**
 * Everything that can be asked about a qualification at a level, and what its papers must contain (题库). Kept as one document, because
 * what was checked together is used together.
 *
 * @param code  unique, {@code WDYY-1}
 * @param drill for rehearsals only (演练题); printed on every paper
 */
record ItemBank(
        String code,
        QualificationName qualification,
        Level level,
        String title,
        boolean drill,
        List<FieldOfWork> skills,
        List<Item> items,
        List<Task> tasks,
        Map<Subject, Blueprint> blueprints) {

    ItemBank {
        skills = List.copyOf(skills);
        items = List.copyOf(items);
        tasks = List.copyOf(tasks);
        blueprints = Map.copyOf(blueprints);
    }

    Optional<Blueprint> blueprint(Subject subject) {
        return Optional.ofNullable(blueprints.get(subject));
    }

    /** Items first, in the order of the file. */
    Stream<Question> questions() {
        return Stream.concat(items.stream(), tasks.stream());
    }

    List<Question> questions(QuestionType type) {
        return questions().filter(question -> question.type() == type).toList();
    }

    Map<String, Question> byId() {
        return questions().collect(Collectors.toMap(Question::id, Function.identity()));
    }
}
