package org.onex.center.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong in one file, so that somebody mends it once and not error by error. */
final class BankProblems {

    /** Nobody reads more of them; a file that is wrong throughout is wrong in one place. */
    private static final int MOST = 500;

    private final String file;
    private final List<BankProblem> found = new ArrayList<>();

    BankProblems(String file) {
        this.file = file;
    }

    void add(int line, @Nullable String field, BankProblem.Rule rule, Map<String, Object> facts) {
        found.add(new BankProblem(file, line, field, rule, facts));
    }

    void add(int line, @Nullable String field, BankProblem.Rule rule) {
        add(line, field, rule, Map.of());
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of the file, the same problem once. */
    List<BankProblem> all() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparingInt(BankProblem::line))
                .limit(MOST)
                .toList();
    }
}
