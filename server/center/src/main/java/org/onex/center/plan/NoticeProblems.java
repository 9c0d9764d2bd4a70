package org.onex.center.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong in one file, so that somebody mends it once and not error by error. */
final class NoticeProblems {

    private final String file;
    private final List<NoticeProblem> found = new ArrayList<>();

    NoticeProblems(String file) {
        this.file = file;
    }

    void add(int line, @Nullable String field, NoticeProblem.Rule rule, Map<String, Object> facts) {
        found.add(new NoticeProblem(file, line, field, rule, facts));
    }

    void add(int line, @Nullable String field, NoticeProblem.Rule rule) {
        add(line, field, rule, Map.of());
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of the file; the same problem of a repeated part once. */
    List<NoticeProblem> all() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparingInt(NoticeProblem::line))
                .toList();
    }
}
