package org.onex.rehearsal.outside;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of a command line, sorted out.
 *
 * @param flags  the words given that stand for themselves
 * @param values the options given, with what follows them
 */
public record CommandLine(Set<String> flags, Map<String, String> values) {

    /**
     * @throws Misuse naming a word that is not known, has no value or comes twice
     */
    public static CommandLine of(Set<String> flags, Set<String> withValue, String... arguments) {
        var line = new CommandLine(new HashSet<>(), new HashMap<>());
        Deque<String> left = new ArrayDeque<>(Arrays.asList(arguments));
        while (!left.isEmpty()) {
            var word = left.remove();
            if (flags.contains(word)) {
                line.flags.add(word);
            } else if (withValue.contains(word)) {
                line.take(word, left);
            } else {
                throw new Misuse("unknown option " + word + "; --help lists them");
            }
        }
        return line;
    }

    private void take(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new Misuse(option + " needs a value");
        }
        if (values.put(option, left.remove()) != null) {
            throw new Misuse(option + " is given twice");
        }
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }

    /** Null when it is not given. */
    public @Nullable Integer number(String option) {
        var text = values.get(option);
        if (text == null) {
            return null;
        }
        if (!text.matches("[1-9]\\d{0,6}")) {
            throw new Misuse(option + " " + text + ": must be a number from 1");
        }
        return Integer.valueOf(text);
    }

    public int number(String option, int otherwise) {
        var number = number(option);
        return number == null ? otherwise : number;
    }

    /** Null when it is not given. */
    public @Nullable Path fileToWrite(String option) {
        var text = values.get(option);
        if (text == null) {
            return null;
        }
        var file = Path.of(text).toAbsolutePath();
        var folder = file.getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isWritable(folder)) {
            throw new Misuse(option + " " + text + ": cannot be written there");
        }
        return file;
    }
}
