package org.onex.center.intake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What is written into a spreadsheet about problems of one module. On pages the web says it in the reader's language; a downloaded file has
 * no page around it (ADR 14).
 */
public final class CellSentences {

    private static final String FILE = "cell-problems.zh-CN.properties";

    private final Properties sentences = new Properties();

    private CellSentences() {}

    /** Those of the module of a type: {@code cell-problems.zh-CN.properties} in its folder, a line {@code CODE=…{fact}…} each. */
    public static CellSentences beside(Class<?> type) {
        var read = new CellSentences();
        try (var file = Optional.ofNullable(type.getResourceAsStream(FILE)).orElseThrow()) {
            read.sentences.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<String> of(CellProblem problem) {
        return Optional.ofNullable(sentences.getProperty(problem.code())).map(sentence -> filled(sentence, problem));
    }

    private static String filled(String sentence, CellProblem problem) {
        var filled = sentence;
        for (var fact : problem.facts().entrySet()) {
            filled = filled.replace("{" + fact.getKey() + "}", text(fact.getValue()));
        }
        return filled;
    }

    private static String text(Object fact) {
        return fact instanceof Collection<?> several
                ? several.stream().map(Object::toString).collect(Collectors.joining("、"))
                : fact.toString();
    }
}
