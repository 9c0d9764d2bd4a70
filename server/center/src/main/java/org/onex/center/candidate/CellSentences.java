package org.onex.center.candidate;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What is written into a spreadsheet about a problem. On pages the web says it in the reader's language; a downloaded file has no page
 * around it (ADR 14).
 */
@Component
class CellSentences {

    private final Properties sentences = new Properties();

    CellSentences() {
        try (var file = Optional.ofNullable(CellSentences.class.getResourceAsStream("cell-problems.zh-CN.properties"))
                .orElseThrow()) {
            sentences.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(CellProblem problem) {
        var sentence = Optional.ofNullable(sentences.getProperty(problem.code().name()))
                .orElseThrow(() -> new IllegalStateException("no sentence for " + problem.code()));
        for (var fact : problem.facts().entrySet()) {
            sentence = sentence.replace("{" + fact.getKey() + "}", text(fact.getValue()));
        }
        return sentence;
    }

    private static String text(Object fact) {
        return fact instanceof Collection<?> several
                ? several.stream().map(Object::toString).collect(Collectors.joining("、"))
                : fact.toString();
    }
}
